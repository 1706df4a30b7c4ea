import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiServer } from '../../../scripts/support/api-server.ts';
import { launchChromium } from '../../../scripts/support/chromium.ts';

const RUN =
  'formula=C8H18&seed=7&steps_per_cycle=100000&num_cycles=1&min_temp=0.5&component_versions=wiener_index:1';
const LINK = `#${RUN}&algorithm_version=1`;

let server: ApiServer;
let browser: Awaited<ReturnType<typeof launchChromium>>;

beforeAll(async () => {
  [server, browser] = await Promise.all([ApiServer.start(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.kill();
});

async function visit(hash = '') {
  const page = await browser.newPage();
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(String(error)));
  await page.goto(`${server.url}/${hash}`);
  const step = async () => {
    const text = await page.locator('.run-steps').textContent();
    return Number(/^step ([\d\u2009]+) of/.exec(text ?? '')?.[1]?.replaceAll('\u2009', ''));
  };
  const until = async (isThere: (step: number) => boolean) => {
    while (!isThere(await step())) await page.waitForTimeout(50);
  };
  return { page, thrown, step, until };
}

const addressOf = (page: Awaited<ReturnType<typeof visit>>['page']) => page.evaluate('location.hash');

describe('the address of the page', () => {
  it('follows the run that is shown, and the back button leads to the first screen and forth', async () => {
    const { page, thrown } = await visit();
    await page.locator('[data-preset]').first().click();
    await page.locator('.run-toggle').waitFor();
    const address = String(await addressOf(page));
    expect(address).toContain('formula=C6H14');
    await page.locator('.run-new-seed').click();
    await page.waitForURL(({ hash }) => hash !== address);
    await page.goBack();
    await page.locator('[data-preset]').first().waitFor();
    expect(await addressOf(page)).toBe('');
    await page.goForward();
    await page.locator('.run-toggle').waitFor();
    expect(thrown).toEqual([]);
    await page.close();
  });

  it('opens its run, and goes on with it where it was once the page is loaded again', async () => {
    const { page, thrown, step, until } = await visit(LINK);
    await until((at) => at > 10);
    const before = await step();
    await page.reload();
    await until((at) => at > before);
    await page.locator('.run-toggle').click();
    await page.locator('.run-toggle[data-state="paused"]').waitFor();
    const paused = await step();
    await page.reload();
    await page.locator('.run-toggle[data-state="paused"]').waitFor();
    expect(await step()).toBe(paused);
    expect(await addressOf(page)).toBe(LINK);
    expect(thrown).toEqual([]);
    await page.close();
  });

  for (const [hash, words] of [
    ['#formula=C8H18&seed=7', 'This link is damaged: it lacks min_temp'],
    ['#%%%<script>', 'This link is damaged: it holds'],
    [`#${RUN.replace('H18', 'H17')}&algorithm_version=1`, 'This run cannot be made: The valences of C8H17'],
  ] as const) {
    it(`says what is wrong with ${hash}, on a page that works`, async () => {
      const { page, thrown } = await visit(hash);
      await page.locator('.run-notice', { hasText: words }).waitFor();
      await page.locator('[data-preset]').first().click();
      await page.locator('.run-toggle').waitFor();
      expect(thrown).toEqual([]);
      await page.close();
    });
  }

  it('of another version says so, and runs it anew in one tap', async () => {
    const { page } = await visit(`#${RUN}&algorithm_version=2`);
    await page.locator('.run-notice', { hasText: 'another version' }).waitFor();
    await page.getByRole('button', { name: 'Run it anew' }).click();
    await page.locator('.run-toggle').waitFor();
    expect(await addressOf(page)).toBe(LINK);
    await page.close();
  });
});

describe('a lost server', () => {
  it('is said, and the browser goes on with the same run from where it was', async () => {
    const { page, thrown, step, until } = await visit(LINK);
    await until((at) => at > 10);
    await server.kill();
    await page.locator('.run-notice', { hasText: 'Connection lost' }).waitFor();
    const before = await step();
    await page.getByRole('button', { name: 'Go on in this browser' }).click();
    await page.getByText('computed in this browser').waitFor();
    await until((at) => at > before);
    server = await ApiServer.start({ PORT: String(Number(new URL(server.url).port)) });
    // It was the browser's run when the page was left, and is so again.
    await page.reload();
    await page.getByText('computed in this browser').waitFor();
    await until((at) => at > before);
    expect(thrown).toEqual([]);
    await page.close();
  });

  it('that comes back without the run is said, and computes it again in one tap', async () => {
    const { page, until } = await visit(LINK);
    await until((at) => at > 10);
    await server.kill();
    server = await ApiServer.start({ PORT: String(Number(new URL(server.url).port)) });
    await page.locator('.run-notice', { hasText: 'The server no longer has this run.' }).waitFor();
    await page.getByRole('button', { name: 'Compute it again' }).click();
    await page.locator('.run-toggle[data-state="running"]').waitFor();
    await until((at) => at > 10);
    expect(await addressOf(page)).toBe(LINK);
    await page.close();
  });
});
