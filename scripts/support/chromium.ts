import { accessSync, constants } from 'node:fs';
import { type Browser, type BrowserServer, chromium } from 'playwright-core';

/** Where Debian, Ubuntu and others put it. */
const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

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

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser that the tests use. That there is none is a failure: a test that is left out shows nothing. */
function chromiumPath(): string {
  const asked = process.env['CHROMIUM_PATH'];
  const found = (asked ? [asked] : USUAL_PLACES).find(isProgram);
  if (found) return found;
  throw new Error(
    asked
      ? `CHROMIUM_PATH is ${asked}, which is no program. Set it to Chromium's, or leave it unset.`
      : `No Chromium at ${USUAL_PLACES.join(', ')}. Install the package chromium, or set CHROMIUM_PATH.`,
  );
}

/** Starts Chromium without a window; whoever starts it closes it. */
export async function launchChromium(): Promise<Browser> {
  return await chromium.launch({ executablePath: chromiumPath(), headless: true, args: FLAGS });
}

/** The same for several processes, which connect to its wsEndpoint(); whoever starts it closes it. */
export async function launchChromiumServer(): Promise<BrowserServer> {
  return await chromium.launchServer({ executablePath: chromiumPath(), headless: true, args: FLAGS });
}
