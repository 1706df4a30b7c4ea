import type { ApiClient } from '@webfaulon/client';
import type { IsomerMet } from './runner.ts';

const PAGE = 1000;
/** The server searches a long run piece by piece, a fifth of a second at a request. */
const MAX_REQUESTS = 50;

/** All isomers that a session has met up to its played position. */
export async function allIsomers(api: ApiClient, sessionId: string): Promise<IsomerMet[]> {
  for (let request = 0; request < MAX_REQUESTS; request++) {
    if ((await api.isomers(sessionId, { limit: 1 })).is_up_to_date) break;
  }
  const met: IsomerMet[] = [];
  for (let cursor: number | null = 0; cursor !== null; ) {
    const { isomers, next_cursor } = await api.isomers(sessionId, { cursor, limit: PAGE });
    for (const { smiles, score, first_step: firstStep, visits } of isomers) {
      met.push({ smiles, score, firstStep, visits });
    }
    cursor = next_cursor;
  }
  return met;
}
