import { describe, expect, it } from '@jest/globals';
import { anneal, canonicalKekuleSmiles, readSmiles } from '@webfaulon/sa-core';
import { PRESETS } from '../src/presets/presets.ts';
import { onPage } from './support/on-page.ts';
import { stage } from './support/stage.ts';
import { stepTrace } from './support/step-trace.ts';

const { id, configuration } = PRESETS[0]!;
const expected = [...anneal(configuration)];

/** What the page shows after each step of the whole run, and the best molecule at its end. */
async function traceShownAt(url: string): Promise<{ scores: readonly string[]; best: string }> {
  let shown: { scores: readonly string[]; best: string } = { scores: [], best: '' };
  await onPage({ url }, async (screen) => {
    await screen.startPreset(id);
    shown = { scores: await stepTrace(screen, expected.length), best: await screen.bestSmiles() };
  });
  return shown;
}

describe('the trace of one seed', () => {
  const scores = expected.map(
    ({ step, currentEnergy, bestEnergy }) => `${step}: ${currentEnergy}, best ${bestEnergy}`,
  );
  const best = canonicalKekuleSmiles(expected.at(-1)!.best);

  for (const engine of ['server', 'staticHost'] as const) {
    it.concurrent(`is, step by step, that of sa-core: ${engine}`, async () => {
      const shown = await traceShownAt(stage()[engine]);
      expect(shown.scores).toEqual(scores);
      expect(canonicalKekuleSmiles(readSmiles(shown.best))).toBe(best);
    });
  }
});
