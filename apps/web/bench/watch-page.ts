import type { Page } from 'playwright-core';

/** What the page itself notes, in milliseconds of the clock that all of the machine share. */
export interface Watched {
  /** The counter as it was painted, and when. */
  readonly painted: { readonly step: number; readonly state: string; readonly at: number }[];
  /** When keys were pressed. */
  readonly keys: number[];
  /** Tasks of more than 50 ms: how long they were. */
  readonly longTasks: number[];
}

/** Lets the page note what it paints from now on. */
export async function watchPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched: Watched = { painted: [], keys: [], longTasks: [] };
    Object.assign(globalThis, { watched });
    const now = () => performance.timeOrigin + performance.now();
    document.addEventListener('keydown', () => watched.keys.push(now()), { capture: true });
    const counter = document.querySelector('.run-steps')!;
    const toggle = document.querySelector<HTMLElement>('.run-toggle')!;
    // A task that is posted in a frame runs after that frame is painted.
    const afterPaint = (done: () => void) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(null);
      });
    const observer = new MutationObserver(() => {
      const step = Number((counter.textContent ?? '').split(' of ')[0]!.replaceAll(/\D/g, ''));
      const state = toggle.dataset['state'] ?? '';
      afterPaint(() => watched.painted.push({ step, state, at: now() }));
    });
    observer.observe(counter, { characterData: true, childList: true, subtree: true });
    observer.observe(toggle, { attributeFilter: ['data-state'] });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longTasks.push(duration);
    }).observe({ type: 'longtask' });
  });
}

export async function watchedOn(page: Page): Promise<Watched> {
  return await page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);
}
