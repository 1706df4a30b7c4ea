import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { ServerMetrics } from './server-metrics.ts';

/** Answers /metrics and nothing else, on a port that only a monitoring system can reach. */
export function metricsListener(metrics: Pick<ServerMetrics, 'contentType' | 'text'>): RequestListener {
  return (request, response) => void answer(metrics, request, response);
}

async function answer(
  metrics: Pick<ServerMetrics, 'contentType' | 'text'>,
  { url = '', method = '' }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const plain = { 'Content-Type': 'text/plain; charset=utf-8' };
  if (url.split('?', 1)[0] !== '/metrics') {
    response.writeHead(404, plain).end('There is only /metrics on this port.\n');
  } else if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { ...plain, Allow: 'GET, HEAD' }).end('/metrics can only be read.\n');
  } else {
    const text = await metrics.text();
    response.writeHead(200, { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' }).end(text);
  }
}
