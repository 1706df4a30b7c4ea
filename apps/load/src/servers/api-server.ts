import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LoadError } from '../errors.ts';
import { ChildServer } from './child-server.ts';

const MAIN = new URL('../../../api/dist/main.js', import.meta.url);

/** The caps that one machine under load comes to: it is one address, and has as many sessions as the whole server. */
const CAPS = [
  'MAX_SESSIONS',
  'MAX_SESSIONS_PER_CLIENT',
  'MAX_SESSIONS_PER_ADDRESS',
  'MAX_STREAMS',
  'MAX_STREAMS_PER_SESSION',
  'MAX_STREAMS_PER_CLIENT',
  'MAX_STREAMS_PER_ADDRESS',
  'MAX_REQUESTS_PER_CLIENT',
  'MAX_REQUESTS_PER_ADDRESS',
];
const RAISED = Object.fromEntries(CAPS.map((name) => [name, '1000000']));

export interface ApiServerOptions {
  /** Whether the server's own defaults hold, rather than caps that the load cannot come to. */
  readonly keepsDefaultCaps: boolean;
  /** Where its threads leave their CPU profiles; undefined for none. */
  readonly profileInto: string | undefined;
}

const POLL_MILLISECONDS = 50;
const MAX_WARM_UP_MILLISECONDS = 60_000;
/** A server that was killed a moment ago may still be about to write. */
const REMOVAL = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 };

/** The worker threads are up a second after the first answer; what that takes is no load. */
async function untilReady({ url }: ChildServer): Promise<void> {
  const end = performance.now() + MAX_WARM_UP_MILLISECONDS;
  const isReady = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      (error: unknown) => {
        throw new LoadError('server_failed', 'The server ended before it was ready.', error);
      },
    );
  while (!(await isReady())) {
    if (performance.now() > end) throw new LoadError('server_failed', 'The server does not become ready.');
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
}

/** The WebFaulon server as a child process, with a data directory that goes away with it. */
export async function startApiServer({
  keepsDefaultCaps,
  profileInto,
}: ApiServerOptions): Promise<{ server: ChildServer; stop: () => Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), 'webfaulon-load-'));
  const env = {
    PORT: '0',
    LOG_LEVEL: 'info',
    DATA_DIR: data,
    ...(keepsDefaultCaps ? {} : RAISED),
  };
  const profiling = profileInto === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileInto}`];
  const removeAtExit = () => rmSync(data, REMOVAL);
  process.once('exit', removeAtExit);
  const removeData = async () => {
    process.off('exit', removeAtExit);
    await rm(data, REMOVAL);
  };
  let server: ChildServer | undefined;
  const stop = async () => {
    await server?.stop();
    await removeData();
  };
  try {
    server = await ChildServer.start(MAIN, env, profiling);
    await untilReady(server);
    return { server, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
