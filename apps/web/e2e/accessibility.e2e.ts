import { describe, expect, it } from '@jest/globals';
import { axeViolations } from './support/axe-violations.ts';
import { onPage } from './support/on-page.ts';

describe('axe-core finds nothing to object to', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    it.concurrent(`on the first screen, in mid-run and when the run is complete: ${colorScheme}`, () =>
      onPage({ colorScheme }, async (screen) => {
        const { page } = screen;
        expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
        await page.getByText('Parameters').first().click();
        expect(await axeViolations(page)).toEqual([]);

        await screen.startPreset('octane');
        await screen.waitForStep(5);
        await screen.waitForDrawing();
        expect(await axeViolations(page)).toEqual([]);

        await screen.fullSpeed();
        await screen.waitForState('complete');
        expect(await axeViolations(page)).toEqual([]);
      }));

    it.concurrent(`in projector mode, and on a phone: ${colorScheme}`, () =>
      onPage({ colorScheme, viewport: { width: 360, height: 740 } }, async (screen) => {
        const { page } = screen;
        await screen.startPreset('octane');
        await screen.waitForDrawing();
        expect(await axeViolations(page)).toEqual([]);
        await page.setViewportSize({ width: 1280, height: 800 });
        await screen.press('Projector');
        expect(await axeViolations(page)).toEqual([]);
      }));
  }
});
