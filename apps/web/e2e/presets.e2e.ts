import { describe, expect, it } from '@jest/globals';
import { anneal } from '@webfaulon/sa-core';
import { PRESETS } from '../src/presets/presets.ts';
import { onPage } from './support/on-page.ts';

describe('a preset', () => {
  for (const { id, configuration } of PRESETS) {
    it.concurrent(`${id} runs to its end after one tap, and shows the best that sa-core finds`, () =>
      onPage({}, async (screen) => {
        await screen.startPreset(id);
        await screen.fullSpeed();
        await screen.waitForState('complete');

        const last = [...anneal(configuration)].at(-1)!;
        expect(await screen.steps()).toEqual({ step: last.step, total: last.step });
        expect((await screen.scores()).best).toBe(last.bestEnergy);
        await screen.waitForDrawing();
      }));
  }
});
