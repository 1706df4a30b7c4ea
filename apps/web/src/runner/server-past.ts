import type { ApiClient } from '@webfaulon/client';
import type { SessionStatus } from '@webfaulon/protocol';
import type { RunPast } from './runner.ts';

/** As many as the chart keeps. */
const MAX_POINTS = 4000;

/** What a session has played up to the step of its status, from step 0 on. */
export async function pastOf(api: ApiClient, { session_id: id, step }: SessionStatus): Promise<RunPast> {
  if (step === 0) return { step: [], kT: [], currentScore: [], bestScore: [], acceptedMoves: [] };
  // The history begins after the first step; the start molecule is what that step found.
  const [history, first] = await Promise.all([
    api.history(id, { to: step, maxPoints: MAX_POINTS }),
    api.explainStep(id, 1),
  ]);
  // Only a molecule that was proposed can lack a score.
  const score = first.before.score!;
  return {
    step: [0, ...history.step],
    kT: [first.temperature, ...history.temperature],
    currentScore: [score, ...history.current_energy],
    bestScore: [score, ...history.best_energy],
    acceptedMoves: [0, ...history.accepted_moves],
  };
}
