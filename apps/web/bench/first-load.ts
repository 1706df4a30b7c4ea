import type { Browser } from 'playwright-core';

/** Milliseconds from the first request of visitors who have never been here until a preset can be tapped. */
export async function firstLoads(browser: Browser, url: string, visits: number): Promise<number[]> {
  const loads: number[] = [];
  for (let visit = 0; visit < visits; visit++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      const observer = new MutationObserver(() => {
        if (document.querySelector('[data-preset]') === null) return;
        observer.disconnect();
        // The cards and their listeners come together; the frame that shows them is the next one.
        requestAnimationFrame(() => Object.assign(globalThis, { interactiveAt: performance.now() }));
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    await page.goto(url);
    await page.waitForFunction(() => 'interactiveAt' in globalThis);
    loads.push(await page.evaluate(() => (globalThis as unknown as { interactiveAt: number }).interactiveAt));
    await context.close();
  }
  return loads;
}
