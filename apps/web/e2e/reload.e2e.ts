import { describe, expect, it } from '@jest/globals';
import { anneal } from '@webfaulon/sa-core';
import { PRESETS } from '../src/presets/presets.ts';
import { onPage } from './support/on-page.ts';
import type { RunScreen } from './support/run-screen.ts';
import { stage } from './support/stage.ts';

const PRESET = PRESETS.find(({ id }) => id === 'limonene')!;
const STEPS = [...anneal(PRESET.configuration)];

/** What the chart tells when the pointer stands over a step, or over the one beside it: a pixel is wider than a step. */
async function readChart({ page }: RunScreen, step: number): Promise<{ at: number; scores: string }> {
  const box = (await page.locator('.plot .u-over').first().boundingBox())!;
  await page.mouse.move(box.x + (box.width * step) / STEPS.length, box.y + box.height / 2);
  const values = page.locator('.plot').first().locator('.u-legend .u-value');
  const [at, , current, best] = await values.allTextContents();
  return { at: Number(at), scores: `${current}, best ${best}` };
}

describe('a page that is loaded again in mid-run', () => {
  for (const engine of ['server', 'staticHost'] as const) {
    it.concurrent(`goes on where it was, and its chart has no gap: ${engine}`, () =>
      onPage({ url: stage()[engine] }, async (screen) => {
        const { page } = screen;
        await screen.startPreset(PRESET.id);
        await screen.waitForStep(60);
        await page.reload();
        await page.locator('.run-steps').waitFor();
        await screen.waitForStep(60);
        await screen.waitForState('running');
        await screen.waitForStep(100);
        await screen.press('Pause');
        await screen.waitForState('paused');

        await page.locator('.plot').first().scrollIntoViewIfNeeded();
        for (let step = 5; step <= 100; step += 5) {
          const { at, scores } = await readChart(screen, step);
          expect(Math.abs(at - step)).toBeLessThanOrEqual(1);
          const { currentEnergy, bestEnergy } = STEPS[at - 1]!;
          expect(scores).toBe(`${currentEnergy}, best ${bestEnergy}`);
        }
      }));
  }
});
