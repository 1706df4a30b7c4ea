import { readConfiguration, type ServerConfiguration } from '../config.ts';
import { type RunningServer, type ServerLoad, startServer, type WorkerFiles } from '../server.ts';
import { WORKER_FILES } from './compiled-files.ts';
import { EventStream, type StreamOptions } from './event-stream.ts';
import { ENDLESS, RUN } from './runs.ts';

export const VERSION = '1.2.3-test';

export type Action = 'start' | 'pause' | 'reset';

/** A real server on a free port, and the few things that every test asks of it. */
export class TestServer {
  private readonly server: RunningServer;
  private readonly streams: EventStream[] = [];

  constructor(server: RunningServer) {
    this.server = server;
  }

  get url(): string {
    return this.server.url;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  get metricsUrl(): string {
    return this.server.metricsUrl;
  }

  load(): ServerLoad {
    return this.server.load();
  }

  /** On a connection of its own: an idle one may be closed by the server at the moment it is used again. */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(this.url + path, { ...init, headers: { connection: 'close', ...init.headers } });
  }

  post(path: string, body?: unknown): Promise<Response> {
    if (body === undefined) return this.fetch(path, { method: 'POST' });
    const headers = { 'content-type': 'application/json' };
    return this.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** The id of a new session. */
  async configure(body: object): Promise<string> {
    const response = await this.post('/api/sa/configure', body);
    if (!response.ok) throw new Error(`configure answered ${response.status}: ${await response.text()}`);
    return ((await response.json()) as { session_id: string }).session_id;
  }

  /** Does something to a session, which must be allowed; the body of the answer. */
  async act(id: string, action: Action): Promise<Record<string, unknown>> {
    const response = await this.post(`/api/sa/${id}/${action}`);
    if (!response.ok) throw new Error(`${action} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  }

  async configureAndStart(body: object): Promise<string> {
    const id = await this.configure(body);
    await this.act(id, 'start');
    return id;
  }

  /** The path of a new session in a state. */
  async sessionPath(state: 'idle' | 'running' | 'paused' | 'complete'): Promise<string> {
    const id = await this.configure(state === 'complete' ? RUN : ENDLESS);
    if (state !== 'idle') await this.act(id, 'start');
    if (state === 'paused') await this.act(id, 'pause');
    if (state === 'complete') await this.watch(id);
    return `/api/sa/${id}`;
  }

  async setPace(id: string, stepsPerSecond: number | null): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ steps_per_second: stepsPerSecond });
    const response = await this.fetch(`/api/sa/${id}`, { method: 'PATCH', headers, body });
    if (!response.ok) throw new Error(`PATCH answered ${response.status}: ${await response.text()}`);
  }

  async status(id: string): Promise<Record<string, unknown>> {
    const response = await this.fetch(`/api/sa/${id}/status`);
    return (await response.json()) as Record<string, unknown>;
  }

  /** Opens a session's stream; it is closed with the server at the latest. */
  async stream(id: string, query = '', options: StreamOptions = {}): Promise<EventStream> {
    const stream = await EventStream.open(`${this.url}/api/sa/${id}/stream${query}`, options);
    this.streams.push(stream);
    return stream;
  }

  /** The whole stream of a session that is or will be complete. */
  async watch(id: string, query = '', options: StreamOptions = {}): Promise<EventStream> {
    const stream = await this.stream(id, query, options);
    await stream.untilEnd();
    return stream;
  }

  async stop(): Promise<void> {
    for (const stream of this.streams) stream.close();
    await this.server.stop();
  }
}

/**
 * Everything as in production, but for a free port, silence, a single thread that computes, as each takes a third of a second to
 * come up, and what the test asks for.
 */
export async function startTestServer(
  overrides: Partial<ServerConfiguration> = {},
  workerFiles: Partial<WorkerFiles> = {},
): Promise<TestServer> {
  const environment = { PORT: '0', LOG_LEVEL: 'silent', THREADS: '1', DATA_DIR: 'memory' };
  const configuration = { ...readConfiguration(environment), ...overrides };
  return new TestServer(await startServer(configuration, { ...WORKER_FILES, ...workerFiles }, VERSION));
}
