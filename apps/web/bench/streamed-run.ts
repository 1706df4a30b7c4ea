import type { Browser, Page } from 'playwright-core';
import { RunScreen } from '../e2e/support/run-screen.ts';
import type { TimingProxy } from './timing-proxy.ts';
import { type Watched, watchedOn, watchPage } from './watch-page.ts';

const PAUSES = 30;

/** A run of 2,000 steps at 100 a second, the defaults of the server, once its first molecule is drawn. */
async function startRun(browser: Browser, url: string): Promise<{ page: Page; screen: RunScreen }> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  await page.locator('#formula').fill('C10H16');
  await page.locator('#formula').press('Enter');
  const screen = new RunScreen(page);
  await screen.waitForDrawing();
  await watchPage(page);
  // Keys are to go to the page, not to a field of it.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  return { page, screen };
}

/** Milliseconds from the event of a step leaving the server until it, or a later one, is painted; and the long tasks. */
export async function stepsToPixels(
  browser: Browser,
  proxy: TimingProxy,
): Promise<{ delays: number[]; longTasks: readonly number[] }> {
  const { page, screen } = await startRun(browser, proxy.url);
  const { step: from } = await screen.steps();
  await screen.waitForState('complete');
  const { painted, longTasks } = await watchedOn(page);
  await page.context().close();
  const delays: number[] = [];
  let i = 0;
  for (const [step, at] of proxy.sent) {
    // Sent before the page was watched.
    if (step <= from + 1) continue;
    while (i < painted.length && painted[i]!.step < step) i++;
    const shown = painted[i];
    if (shown !== undefined) delays.push(shown.at - at);
  }
  return { delays, longTasks };
}

/** Milliseconds from the press of the space key until the last change that it leaves on the page is painted. */
export async function pausesToStill(browser: Browser, url: string): Promise<number[]> {
  const { page, screen } = await startRun(browser, url);
  for (let i = 0; i < PAUSES; i++) {
    await page.keyboard.press('Space');
    await screen.waitForState('paused');
    // Whatever moved now would be counted.
    await page.waitForTimeout(300);
    await page.keyboard.press('Space');
    await screen.waitForState('running');
    await page.waitForTimeout(100 + 7 * i);
  }
  const watched = await watchedOn(page);
  await page.context().close();
  return delaysOfPauses(watched);
}

/** Every other key pauses; the one after it resumes. */
function delaysOfPauses({ keys, painted }: Watched): number[] {
  const delays: number[] = [];
  for (let i = 0; i + 1 < keys.length; i += 2) {
    const [from, to] = [keys[i]!, keys[i + 1]!];
    const last = painted.findLast(({ at }) => at >= from && at < to);
    if (last !== undefined) delays.push(last.at - from);
  }
  return delays;
}
