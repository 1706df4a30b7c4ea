import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { AnnealingPool } from './annealing/annealing-pool.ts';
import { DepictionPool } from './annealing/depiction-pool.ts';
import { createApp } from './app.ts';
import { ClassJournal } from './classes/class-journal.ts';
import { ClassRegistry } from './classes/class-registry.ts';
import { ClientCookies } from './clients/client-cookies.ts';
import { cookieKey } from './clients/cookie-key.ts';
import { StreamAllowance } from './clients/stream-allowance.ts';
import type { ServerConfiguration } from './config.ts';
import { createBoundedServer } from './connections/bounded-server.ts';
import { messageClassesOf } from './connections/message-classes.ts';
import { metricsListener } from './metrics/metrics-listener.ts';
import { ServerMetrics } from './metrics/server-metrics.ts';
import { IsomerSearches } from './sessions/isomer-search.ts';
import { SessionJournal } from './sessions/session-journal.ts';
import { SessionRegistry } from './sessions/session-registry.ts';
import { LmdbStore } from './store/lmdb-store.ts';
import { MemoryStore } from './store/memory-store.ts';
import type { Store } from './store/store.ts';
import { WriteQueue } from './store/write-queue.ts';
import { StreamHub } from './streaming/stream-hub.ts';

/** After this, connections that are still open when the server stops are cut. */
const MAX_DRAIN_MILLISECONDS = 500;
/** After this, a disk that does not answer is waited for no more: what it would have kept is computed again. */
const MAX_WRITE_MILLISECONDS = 1000;

export interface WorkerFiles {
  /** Compiled advance.worker, depict.worker and check-store.program: threads and processes load JavaScript. */
  readonly advance: URL;
  readonly depict: URL;
  readonly checkStore: URL;
}

/** What the server holds at a moment. */
export interface ServerLoad {
  readonly sessions: number;
  /** Open event streams, and the sessions that they show. */
  readonly streams: number;
  readonly watchedSessions: number;
  /** Worker threads that have died and been replaced so far. */
  readonly workerRestarts: number;
}

export interface RunningServer {
  /** With the base path, and without a slash at its end. */
  readonly url: string;
  readonly metricsUrl: string;
  load(): ServerLoad;
  /** Ends all streams, answers what is being answered, and frees everything; within two seconds. */
  stop(): Promise<void>;
}

/**
 * Takes up what the store has, starts everything and listens.
 *
 * @throws {StoreError} where the store cannot be used
 * @throws the error of listen, such as EADDRINUSE, with everything freed again
 */
export async function startServer(
  configuration: ServerConfiguration,
  workerFiles: WorkerFiles,
  version: string,
): Promise<RunningServer> {
  const logger = pino({ level: configuration.logLevel });
  const store = await openStore(configuration, workerFiles);
  const writeQueue = new WriteQueue(store, logger);
  const onWorkerError = (error: unknown) => logger.error({ err: error }, 'worker failed');
  const metrics = new ServerMetrics();
  const pool = new AnnealingPool(workerFiles.advance, configuration.threads, onWorkerError, metrics.slices);
  const depictions = new DepictionPool(workerFiles.depict, onWorkerError);
  const journal = new SessionJournal(store, writeQueue);
  const limits = {
    maxSessions: configuration.maxSessions,
    perClient: configuration.maxSessionsPerClient,
    perAddress: configuration.maxSessionsPerAddress,
    ttlSeconds: configuration.sessionTtlSeconds,
  };
  const registry = new SessionRegistry(pool, limits, journal);
  const streams = new StreamHub();
  const classJournal = new ClassJournal(store, writeQueue);
  const classes = new ClassRegistry(
    pool,
    configuration.sessionTtlSeconds,
    configuration.maxClassesPerAddress,
    classJournal,
  );
  const isomerSearches = new IsomerSearches();
  metrics.measure({ pool, depictions, registry, streams, writeQueue });
  let stopping: Promise<void> | undefined;
  const services = {
    configuration,
    version,
    pool,
    depictions,
    registry,
    journal,
    writeQueue,
    streams,
    isomerSearches,
    classes,
    classJournal,
    clientCookies: new ClientCookies(configuration.secret ?? cookieKey(store, writeQueue)),
    streamAllowance: new StreamAllowance(configuration),
    metrics,
    isStopping: () => stopping !== undefined,
  };
  const app = createApp(services, logger);
  const server = createBoundedServer(app, configuration.maxStreams, messageClassesOf(app));
  const { host, port, basePath, metricsPort, threads } = configuration;
  const metricsServer = metricsPort === null ? undefined : createServer(metricsListener(metrics));
  const free = async () => {
    await within(MAX_WRITE_MILLISECONDS, Promise.all([journal.close(), classJournal.close()]));
    registry.close();
    classes.close();
    streams.close();
    metricsServer?.close();
    metricsServer?.closeAllConnections();
    await Promise.all([pool.close(), depictions.close(), within(MAX_WRITE_MILLISECONDS, writeQueue.close())]);
  };
  try {
    await listen(server, host, port);
    if (metricsServer !== undefined) await listen(metricsServer, host, metricsPort ?? 0);
  } catch (error) {
    server.close();
    await free();
    throw error;
  }
  const url = urlOf(server, host) + basePath;
  const metricsUrl = metricsServer === undefined ? `${url}/metrics` : `${urlOf(metricsServer, host)}/metrics`;
  logger.info(
    {
      url,
      version,
      threads,
      metricsUrl,
      dataDirectory: configuration.dataDirectory,
      sessions: registry.size,
    },
    `WebFaulon listens on ${url}`,
  );
  return {
    url,
    metricsUrl,
    load: () => ({
      sessions: registry.size,
      streams: streams.streamCount,
      watchedSessions: streams.watchedSessions,
      workerRestarts: pool.workerRestarts + depictions.workerRestarts,
    }),
    stop: () => {
      stopping ??= (async () => {
        logger.info('stopping');
        const closed = new Promise<void>((resolve) => server.close(() => resolve()));
        const cut = setTimeout(() => server.closeAllConnections(), MAX_DRAIN_MILLISECONDS);
        await free();
        server.closeIdleConnections();
        await closed;
        clearTimeout(cut);
        logger.info('stopped');
      })();
      return stopping;
    },
  };
}

async function openStore(
  { dataDirectory }: ServerConfiguration,
  { checkStore }: WorkerFiles,
): Promise<Store> {
  return dataDirectory === undefined ? new MemoryStore() : LmdbStore.open(dataDirectory, checkStore);
}

async function within(milliseconds: number, done: Promise<unknown>): Promise<void> {
  let timeout: NodeJS.Timeout | undefined;
  const passed = new Promise<void>((resolve) => {
    timeout = setTimeout(resolve, milliseconds);
  });
  await Promise.race([done, passed]);
  clearTimeout(timeout);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function urlOf(server: Server, host: string): string {
  const { port, family, address } = server.address() as AddressInfo;
  const isLocal = host === '127.0.0.1' || address === '0.0.0.0' || address === '::';
  const name = isLocal ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${name}:${port}`;
}
