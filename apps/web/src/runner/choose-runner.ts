import { ApiError, ConnectionError, createApiClient } from '@webfaulon/client';
import type { Runner } from './runner.ts';
import { systemClock } from './runner-clock.ts';
import { ServerRunner } from './server-runner.ts';
import { startLocalRunner } from './start-local-runner.ts';

const MAX_WAIT_MILLISECONDS = 1500;

/** The server that the page came from, if there is one; else, and on a page built as static files, the browser itself. */
export async function chooseRunner(): Promise<Runner> {
  // The folder of the page: a proxy may serve it below a path.
  const baseUrl = new URL('.', document.baseURI).href;
  const hasServer = import.meta.env.MODE !== 'static' && (await answers(baseUrl));
  return hasServer ? new ServerRunner(baseUrl, systemClock) : startLocalRunner();
}

async function answers(baseUrl: string): Promise<boolean> {
  const signal = AbortSignal.timeout(MAX_WAIT_MILLISECONDS);
  try {
    return (await createApiClient({ baseUrl }).health({ signal })).status === 'healthy';
  } catch (error) {
    if (error instanceof ApiError || error instanceof ConnectionError || signal.aborted) return false;
    throw error;
  }
}
