import { describe, expect, it } from '@jest/globals';
import { anneal, canonicalKekuleSmiles, readSmiles } from '@webfaulon/sa-core';
import { PRESETS } from '../src/presets/presets.ts';
import { onPage } from './support/on-page.ts';
import { stage } from './support/stage.ts';

const { id, configuration } = PRESETS[0]!;

/** What the page shows after each step of the whole run, and the best molecule at its end. */
async function traceShownAt(url: string): Promise<{ scores: string[]; best: string }> {
  const scores: string[] = [];
  let best = '';
  await onPage({ url }, async (screen) => {
    await screen.startPreset(id);
    await screen.press('Pause');
    await screen.waitForState('paused');
    await screen.press('Reset');
    await screen.waitForState('idle');
    const { total } = await screen.steps();
    for (let step = 1; step <= total; step++) {
      await screen.page.keyboard.press('ArrowRight');
      await screen.waitForStep(step);
      const { current, best: lowest } = await screen.scores();
      scores.push(`${step}: ${current}, best ${lowest}`);
    }
    best = await screen.bestSmiles();
  });
  return { scores, best };
}

describe('the trace of one seed', () => {
  const expected = [...anneal(configuration)];
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
