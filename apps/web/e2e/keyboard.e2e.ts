import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { onPage } from './support/on-page.ts';

const MOST_TABS = 60;

/** Presses the tab key until the element that the selector names has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < MOST_TABS; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${selector} is not reached by ${MOST_TABS} presses of the tab key.`);
}

describe('with the keyboard alone', () => {
  it.concurrent('a person comes from the first screen to a finished run, and to another', () =>
    onPage({}, async (screen) => {
      const { page } = screen;
      await tabTo(page, '[data-preset="octane"]');
      // The focus must be seen.
      expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid');
      await page.keyboard.press('Enter');
      await screen.waitForStep(2);

      await page.keyboard.press('Space');
      await screen.waitForState('paused');
      const { step } = await screen.steps();
      await page.keyboard.press('ArrowRight');
      await screen.waitForStep(step + 1);
      expect((await screen.steps()).step).toBe(step + 1);
      await page.keyboard.press('Space');
      await screen.waitForState('running');

      await tabTo(page, '#speed');
      await page.keyboard.press('End');
      await screen.waitForState('complete');
      await tabTo(page, '.run-toggle, .run-reset');
      await page.keyboard.press('r');
      await screen.waitForState('idle');
      expect((await screen.steps()).step).toBe(0);
    }));

  it.concurrent('a formula is typed, judged and started', () =>
    onPage({}, async (screen) => {
      const { page } = screen;
      await tabTo(page, '#formula');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('C4H11');
      await page.locator('#formula[aria-invalid="true"]').waitFor();
      await page.keyboard.press('Backspace');
      await page.keyboard.type('0');
      await page.getByText('2 constitutional isomers').waitFor();
      await page.keyboard.press('Enter');
      await screen.waitForStep(1);
    }));

  it.concurrent('what happens is told to a screen reader', () =>
    onPage({}, async (screen) => {
      await screen.startPreset('octane');
      await screen.fullSpeed();
      await screen.page
        .locator('[aria-live=polite]', { hasText: 'The run is complete. Best score' })
        .waitFor({ state: 'attached' });
    }));
});
