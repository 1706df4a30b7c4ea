import type { Request, Response } from 'express';
import type { Services } from './services.ts';

type Handler = (request: Request, response: Response) => Promise<void>;

/** /metrics and what GET answers there; nothing where it is served on a port of its own. */
export function metrics(services: Services): readonly [path: string, get: Handler][] {
  const { configuration, metrics: figures } = services;
  if (configuration.metricsPort !== null) return [];
  const get: Handler = async (_request, response) => {
    const text = await figures.text();
    response.set({ 'Content-Type': figures.contentType, 'Cache-Control': 'no-store' }).send(text);
  };
  return [['/metrics', get]];
}
