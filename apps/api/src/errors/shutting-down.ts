import { ApiProblem } from './api-problem.ts';

/** So long does a supervisor take to start the next server, which has the sessions again. */
const RETRY_AFTER_SECONDS = '5';

/** The answer to what a server is asked, or was being asked, while it stops. */
export function shuttingDown(): ApiProblem {
  return new ApiProblem('shutting_down', {
    headers: { 'Retry-After': RETRY_AFTER_SECONDS, Connection: 'close' },
  });
}
