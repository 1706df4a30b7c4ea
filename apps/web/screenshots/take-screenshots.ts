import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { ApiServer } from '../../../scripts/support/api-server.ts';
import { launchChromium } from '../../../scripts/support/chromium.ts';
import { RunScreen } from '../e2e/support/run-screen.ts';

const FOLDER = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
/** They stand in the repository for ever. */
const MOST_BYTES = 350_000;

const SCREEN = { viewport: { width: 1280, height: 800 } };

interface Screenshot {
  readonly name: string;
  readonly context: BrowserContextOptions;
  /** All of the page, however high. */
  readonly fullPage?: boolean;
  readonly play: (screen: RunScreen) => Promise<void>;
}

/** A run that has come to this step, at a speed at which a picture can be taken of it. */
const inMidRun = (preset: string, step: number) => async (screen: RunScreen) => {
  await screen.startPreset(preset);
  await screen.waitForDrawing();
  await screen.waitForStep(step);
};

/** The gallery is filled when it comes into sight. */
async function showIsomers({ page }: RunScreen): Promise<void> {
  await page.locator('.isomer-list').scrollIntoViewIfNeeded();
  await page.locator('.isomer-list svg').first().waitFor();
  await page.waitForTimeout(1500);
  await page.evaluate(() => scrollTo({ top: 0 }));
}

const SCREENSHOTS: readonly Screenshot[] = [
  { name: 'at-rest', context: SCREEN, play: async () => {} },
  {
    name: 'in-mid-run',
    context: SCREEN,
    fullPage: true,
    play: async (screen) => {
      await inMidRun('limonene', 260)(screen);
      await showIsomers(screen);
    },
  },
  {
    name: 'comparison',
    context: SCREEN,
    play: async (screen) => {
      await screen.startPreset('hot-greedy-annealed');
      await screen.fullSpeed();
      await screen.waitForState('complete');
      await screen.page.locator('.comparison tbody tr').nth(2).waitFor();
      await screen.page.locator('.comparison').evaluate((part) => part.scrollIntoView());
    },
  },
  {
    name: 'step',
    context: SCREEN,
    play: async (screen) => {
      await inMidRun('octane', 60)(screen);
      await screen.press('Pause');
      await screen.press('Why did the score get worse?');
      await screen.page.locator('.step-verdict').waitFor();
      await screen.page.locator('.step-panel').evaluate((part) => part.scrollIntoView());
    },
  },
  {
    name: 'complete',
    context: SCREEN,
    fullPage: true,
    play: async (screen) => {
      await screen.startPreset('decane');
      await screen.fullSpeed();
      await screen.waitForState('complete');
      await screen.waitForDrawing();
      await showIsomers(screen);
    },
  },
  { name: 'dark', context: { ...SCREEN, colorScheme: 'dark' }, play: inMidRun('naphthalene', 240) },
  {
    name: 'phone',
    context: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    play: inMidRun('glucose', 240),
  },
  {
    name: 'projector',
    context: SCREEN,
    play: async (screen) => {
      await screen.press('Projector');
      await inMidRun('octane', 120)(screen);
    },
  },
];

async function take(
  browser: Browser,
  url: string,
  { name, context, fullPage, play }: Screenshot,
): Promise<void> {
  const opened = await browser.newContext(context);
  const page = await opened.newPage();
  await page.goto(url);
  await play(new RunScreen(page));
  // The pointer must not leave a mark on what it stands over, nor the focus on what was tapped.
  await page.mouse.move(0, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  // Drawings of the last steps are on their way.
  await page.waitForTimeout(500);
  const file = `${FOLDER}${name}.png`;
  await writeFile(file, await page.screenshot({ fullPage: fullPage ?? false }));
  await opened.close();
  const { size } = await stat(file);
  if (size > MOST_BYTES) throw new Error(`${name}.png has ${size} bytes; ${MOST_BYTES} are allowed.`);
  console.log(`docs/screenshots/${name}.png, ${Math.round(size / 1000)} KB`);
}

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const server = await ApiServer.start();
const browser = await launchChromium();
try {
  await Promise.all(SCREENSHOTS.map((screenshot) => take(browser, server.url, screenshot)));
} finally {
  await browser.close();
  await server.kill();
}
