import { describe, expect, it } from '@jest/globals';
import { anneal } from '@webfaulon/sa-core';
import { PRESETS } from '../src/presets/presets.ts';
import { axeViolations } from './support/axe-violations.ts';
import { onPage } from './support/on-page.ts';
import { stage } from './support/stage.ts';

const PRESET = PRESETS.find(({ id }) => id === 'octane')!;
const STEPS = [...anneal(PRESET.configuration)];

/** The first step that was accepted though it made the score worse. */
const UPHILL = STEPS.find(
  ({ currentEnergy }, i) => i > 0 && currentEnergy > STEPS[i - 1]!.currentEnergy,
)!.step;

describe('the explanation of a step', () => {
  for (const engine of ['server', 'staticHost'] as const) {
    it.concurrent(`of the first accepted uphill move is one tap away, and leads backwards: ${engine}`, () =>
      onPage({ url: stage()[engine] }, async (screen) => {
        const { page } = screen;
        await screen.startPreset(PRESET.id);
        await screen.waitForStep(UPHILL);
        await screen.press('Pause');
        await screen.waitForState('paused');
        await screen.press('Why did the score get worse?');
        await page.locator('.step-verdict[data-outcome="accepted"]').waitFor();
        expect(await axeViolations(page)).toEqual([]);

        const number = page.locator('.step-number input');
        const first = Number(await number.inputValue());
        const [before, after] = [STEPS[first - 2]!.currentEnergy, STEPS[first - 1]!.currentEnergy];
        expect(after).toBeGreaterThan(before);
        expect(await page.locator('.acceptance dd').first().textContent()).toContain(String(after - before));

        for (let step = first - 1; step >= Math.max(1, first - 4); step--) {
          await page.getByRole('button', { name: 'Previous step' }).click();
          await page.locator('.step-outcome span', { hasText: new RegExp(`^step ${step}$`) }).waitFor();
          expect(await page.locator('.step-verdict').getAttribute('data-outcome')).toBe(
            STEPS[step - 1]!.outcome,
          );
        }
      }));
  }
});
