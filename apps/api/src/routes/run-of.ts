import { ApiProblem } from '../errors/api-problem.ts';
import type { AnnealingSession } from '../sessions/annealing-session.ts';
import type { RunComputation } from '../sessions/run-computation.ts';
import type { Inquired } from '../sessions/run-inquiry.ts';
import type { Services } from './services.ts';
import { assertThere } from './session-of.ts';

/** A run, and how far it was played when somebody asked about it. */
interface PlayedRun {
  readonly computation: RunComputation;
  readonly played: number;
}

/** Asks about a session's run, and asks again if a reset has begun another meanwhile. */
export async function askAboutRun<Answer>(
  services: Services,
  session: AnnealingSession,
  ask: (run: PlayedRun) => Promise<Inquired<Answer>>,
): Promise<Answer> {
  for (;;) {
    const { computation, played } = session;
    const answer = await ask({ computation, played });
    if (answer.ok === true) return answer;
    assertThere(services, session);
    if (!answer.ok) throw new ApiProblem('session_failed', { detail: NOT_COMPUTED, cause: answer });
  }
}

const NOT_COMPUTED = 'This part of the run could not be computed again. Try again, or reset the session.';
