import { describe, expect, it } from '@jest/globals';
import { onPage } from './support/on-page.ts';
import type { RunScreen } from './support/run-screen.ts';

/** Nothing stands out of the page to the right: neither can it be scrolled, nor is anything cut off that a person needs. */
async function expectNoOverflow({ page }: RunScreen): Promise<void> {
  const { scrollable, width, cut } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const isOutside = (element: Element) => element.getBoundingClientRect().right > clientWidth + 0.5;
    const controls = [...document.querySelectorAll('button, input, select, h1, h2, p, figure')];
    return {
      scrollable: scrollWidth,
      width: clientWidth,
      cut: controls.filter(isOutside).map((e) => e.outerHTML),
    };
  });
  expect(scrollable).toBeLessThanOrEqual(width);
  expect(cut).toEqual([]);
}

const VIEWS = [
  ['at 360 px', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
  // What a screen of 1280 by 800 leaves when the page is shown twice as large.
  ['at 200 % of 1280 px', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
] as const;

describe('the page fits', () => {
  for (const [name, view] of VIEWS) {
    it.concurrent(`${name}: first screen with all parameters, run, projector mode`, () =>
      onPage(view, async (screen) => {
        const { page } = screen;
        await page.getByText('Parameters').first().click();
        await expectNoOverflow(screen);
        await screen.startPreset('glucose');
        await screen.waitForDrawing();
        await expectNoOverflow(screen);
        await screen.press('Projector');
        await expectNoOverflow(screen);
      }));
  }
});

describe('a person who has asked for less motion', () => {
  it.concurrent('sees nothing move by itself but the molecule, and that once a second', () =>
    onPage({ reducedMotion: 'reduce' }, async (screen) => {
      const { page } = screen;
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
      await screen.startPreset('limonene');
      await screen.waitForDrawing();
      const drawn = await page.evaluate(async () => {
        let count = 0;
        const box = document.querySelector('.molecule-current .molecule-drawing')!;
        const observer = new MutationObserver((changes) => {
          count += changes.length;
        });
        observer.observe(box, { childList: true });
        await new Promise((resolve) => setTimeout(resolve, 2500));
        return count;
      });
      expect(drawn).toBeLessThanOrEqual(4);
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    }));
});
