import { describe, expect, it } from '@jest/globals';
import { onPage } from './support/on-page.ts';
import type { RunScreen } from './support/run-screen.ts';
import { stage } from './support/stage.ts';

/** Loose, for machines that are shared: on a quiet one there is none. */
const MOST_LONG_TASKS = 5;
const LONGEST_TASK_MILLISECONDS = 200;

/** The long tasks of the page from now on, in milliseconds. */
async function watchLongTasks({ page }: RunScreen): Promise<() => Promise<readonly number[]>> {
  await page.evaluate(() => {
    const longTasks: number[] = [];
    Object.assign(globalThis, { longTasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  return () => page.evaluate(() => (globalThis as unknown as { longTasks: readonly number[] }).longTasks);
}

async function startRun(screen: RunScreen, steps: number): Promise<void> {
  const { page } = screen;
  await page.locator('#formula').fill('C10H16');
  await page.getByText('Parameters').first().click();
  await page.locator('#parameter-steps_per_cycle').fill(String(steps));
  await page.locator('#parameter-num_cycles').fill('1');
  await page.locator('.own-formula').getByRole('button', { name: 'Start' }).click();
  await page.locator('.run-steps').waitFor();
}

describe('the page stays fluid', () => {
  for (const engine of ['server', 'staticHost'] as const) {
    it(`while 2,000 steps stream at 100 a second: ${engine}`, () =>
      onPage({ url: stage()[engine] }, async (screen) => {
        await startRun(screen, 2000);
        await screen.waitForDrawing();
        const longTasks = await watchLongTasks(screen);
        await screen.waitForState('complete');
        const met = await longTasks();
        expect(met.length).toBeLessThanOrEqual(MOST_LONG_TASKS);
        expect(Math.max(0, ...met)).toBeLessThanOrEqual(LONGEST_TASK_MILLISECONDS);
      }));

    it(`while it plays and after it has played 1,000,000 steps: ${engine}`, () =>
      onPage({ url: stage()[engine] }, async (screen) => {
        await startRun(screen, 1_000_000);
        await screen.fullSpeed();
        await screen.waitForDrawing();
        const longTasks = await watchLongTasks(screen);
        screen.page.setDefaultTimeout(300_000);
        await screen.waitForState('complete');
        expect(await screen.steps()).toEqual({ step: 1_000_000, total: 1_000_000 });
        const met = await longTasks();
        expect(met.length).toBeLessThanOrEqual(MOST_LONG_TASKS);
        expect(Math.max(0, ...met)).toBeLessThanOrEqual(LONGEST_TASK_MILLISECONDS);
      }));
  }
});
