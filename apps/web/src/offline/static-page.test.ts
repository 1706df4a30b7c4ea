import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { launchChromium } from '../../../../scripts/support/chromium.ts';
import { StaticHost } from './testing/static-host.ts';

// A browser takes its time to start where other tests run beside it.
jest.setTimeout(120_000);

const RUN = '#formula=C8H10&seed=7&steps_per_second=null&min_temp=0.5&component_versions=wiener_index:1';
const LINK = `${RUN}&algorithm_version=1`;

let host: StaticHost;
let browser: Awaited<ReturnType<typeof launchChromium>>;

beforeAll(async () => {
  [host, browser] = await Promise.all([StaticHost.start(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  host?.close();
});

/** A page in a browser that has never been here, and all that its console says. */
async function visit() {
  const context = await browser.newContext();
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(host.url);
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  return { context, page, said };
}

describe('the page built as static files', () => {
  it('keeps exactly the files that were built', async () => {
    const { context, page } = await visit();
    const kept = await page.evaluate(`caches.keys()
      .then(([name]) => caches.open(name))
      .then((cache) => cache.keys())
      .then((requests) => requests.map(({ url }) => url))`);
    const built = [...host.files.keys()].filter(
      (path) => path !== 'service-worker.js' && !path.endsWith('.gz'),
    );
    const urls = built.map((path) => host.url + (path === 'index.html' ? '' : path));
    expect(new Set(kept as string[])).toEqual(new Set(urls));
    await context.close();
  });

  it('works without a network after the first visit', async () => {
    const { context, page, said } = await visit();
    await context.setOffline(true);
    await page.reload();
    await page.getByText('computed in this browser').waitFor();
    await page.locator('[data-preset]').first().click();
    await page.locator('.molecule-best svg').waitFor();
    await page.getByText(/^step (1\d|2\d)/).waitFor();
    await page.goto(`${host.url}${LINK}`);
    await page
      .getByText('step 2 000 of 2 000', { exact: false })
      .or(page.getByText('complete', { exact: true }))
      .first()
      .waitFor();
    expect(said).toEqual([]);
    await context.close();
  });

  it('changes to a newer version when it is asked to, and whole', async () => {
    const { context, page, said } = await visit();
    await page.reload();
    const [index, worker] = ['index.html', 'service-worker.js'].map((path) => host.files.get(path)!);
    const version = /[0-9a-f]{16}/.exec(String(worker))![0];
    host.files.set('index.html', Buffer.from(String(index).replace('<title>', '<title>Newer ')));
    host.files.set('service-worker.js', Buffer.from(String(worker).replace(version, '0123456789abcdef')));
    try {
      await page.reload();
      expect(await page.title()).toBe('WebFaulon');
      await page.getByRole('button', { name: 'Use it' }).click();
      await page.waitForFunction('document.title === "Newer WebFaulon"');
      const names = (await page.evaluate('caches.keys()')) as string[];
      expect(names.map((name) => name.split(' ').at(-1))).toEqual(['0123456789abcdef']);
      expect(said).toEqual([]);
    } finally {
      host.files.set('index.html', index!);
      host.files.set('service-worker.js', worker!);
      await context.close();
    }
  });

  it('asks its host for nothing that is not there', () => {
    expect(host.missed).toEqual([]);
  });
});
