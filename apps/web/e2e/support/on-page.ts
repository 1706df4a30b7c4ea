import { afterAll, expect } from '@jest/globals';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { RunScreen } from './run-screen.ts';
import { stage } from './stage.ts';

interface PageOptions extends BrowserContextOptions {
  /** Where the page is; the shared server's if nothing is said. */
  readonly url?: string;
  /** What the browser itself writes when, as the test means it to, a request fails. Nothing else is forgiven. */
  readonly forgives?: RegExp;
}

let connection: Promise<Browser> | undefined;
// A connection left open would keep the tests' process alive.
afterAll(async () => (await connection)?.close());

/** The browser that all tests share. */
function sharedBrowser(): Promise<Browser> {
  connection ??= chromium.connect(stage().browser);
  return connection;
}

/**
 * Opens the page as a visitor of its own would, plays, and closes it. Fails if anything was ever written to the console as an
 * error or a warning, or was thrown and not caught.
 */
export async function onPage(
  { url = stage().server, forgives, ...options }: PageOptions,
  play: (screen: RunScreen) => Promise<void>,
): Promise<void> {
  const context = await (await sharedBrowser()).newContext(options);
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error().stack)));
  try {
    const page = await context.newPage();
    await page.goto(url);
    await play(new RunScreen(page));
    expect(complaints.filter((complaint) => forgives?.test(complaint) !== true)).toEqual([]);
  } finally {
    await context.close();
  }
}
