import { LoadError } from '../errors.ts';
import { startApiServer } from './api-server.ts';
import { type ProcessUsage, processUsage } from './process-usage.ts';
import { readMetrics, type ServerMetrics } from './server-metrics.ts';

/** The server under load, as far as one can look into it. */
export interface Stage {
  readonly url: string;
  /** From the system where the server is a child of this process, else as far as the server tells it. */
  readonly usage: () => Promise<ProcessUsage | undefined>;
  readonly metrics: () => Promise<ServerMetrics>;
  /** What Node warned of; nothing is known of a server that was there before. */
  readonly warnings: () => readonly string[];
  readonly lastWords: () => string | undefined;
  readonly stop: () => Promise<void>;
}

export interface StageOptions {
  /** Of a server that is there; undefined to start one. */
  readonly url: string | undefined;
  readonly keepsDefaultCaps: boolean;
  readonly profileInto: string | undefined;
}

/** @throws {LoadError} if no server starts, or none is there */
export async function openStage({ url, ...options }: StageOptions): Promise<Stage> {
  if (url !== undefined) {
    await requireServer(url);
    return foreignStage(url);
  }
  const { server, stop } = await startApiServer(options);
  return {
    url: server.url,
    usage: async () => processUsage(server.pid) ?? usageOf(await readMetrics(server.url)),
    metrics: () => readMetrics(server.url),
    warnings: () => server.warnings,
    lastWords: () => (server.isRunning ? undefined : server.lastWords),
    stop,
  };
}

async function requireServer(url: string): Promise<void> {
  const answer = await fetch(`${url}/health`).catch(() => undefined);
  if (answer?.ok !== true) throw new LoadError('server_failed', `The server at ${url} cannot be reached.`);
}

function foreignStage(url: string): Stage {
  return {
    url,
    usage: async () => usageOf(await readMetrics(url)),
    metrics: () => readMetrics(url),
    warnings: () => [],
    lastWords: () => undefined,
    stop: async () => undefined,
  };
}

function usageOf(metrics: ServerMetrics): ProcessUsage | undefined {
  const cpuSeconds = metrics.sum('process_cpu_seconds_total');
  const residentBytes = metrics.sum('process_resident_memory_bytes');
  if (cpuSeconds === undefined || residentBytes === undefined) return undefined;
  return {
    cpuSeconds,
    residentBytes,
    eventLoopCpuSeconds: undefined,
    openFiles: metrics.sum('process_open_fds'),
  };
}
