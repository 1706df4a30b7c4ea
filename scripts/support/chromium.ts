import { type Browser, type BrowserServer, chromium } from 'playwright-core';
import { type InstalledProgram, pathOfProgram } from './installed-program.ts';

const CHROMIUM: InstalledProgram = {
  name: 'Chromium',
  variable: 'CHROMIUM_PATH',
  // Where Debian, Ubuntu and others put it.
  usualPlaces: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  package: 'chromium',
};

/** No sandbox, because tests run as root in containers; and nothing that calls out of the machine. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium without a window; whoever starts it closes it. */
export async function launchChromium(): Promise<Browser> {
  return await chromium.launch({ executablePath: pathOfProgram(CHROMIUM), headless: true, args: FLAGS });
}

/** The same for several processes, which connect to its wsEndpoint(); whoever starts it closes it. */
export async function launchChromiumServer(): Promise<BrowserServer> {
  return await chromium.launchServer({
    executablePath: pathOfProgram(CHROMIUM),
    headless: true,
    args: FLAGS,
  });
}
