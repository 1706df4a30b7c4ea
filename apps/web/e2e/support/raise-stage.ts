import { ApiServer } from '../../../../scripts/support/api-server.ts';
import { launchChromiumServer } from '../../../../scripts/support/chromium.ts';
import { StaticHost } from '../../src/offline/testing/static-host.ts';
import { STAGE_VARIABLE, type Stage, type StageEndings } from './stage.ts';
import strikeStage from './strike-stage.ts';

/** Starts one browser, one server and one static host for all end-to-end tests. */
export default async function raiseStage(): Promise<void> {
  const stageEndings: (() => unknown)[] = [];
  Object.assign(globalThis, { stageEndings } satisfies StageEndings);
  const raise = async <Part>(starting: Promise<Part>, end: (part: Part) => unknown): Promise<Part> => {
    const part = await starting;
    stageEndings.push(() => end(part));
    return part;
  };
  const parts = [
    raise(launchChromiumServer(), (browser) => browser.close()),
    raise(ApiServer.start(), (server) => server.kill()),
    raise(StaticHost.start(), (staticHost) => staticHost.close()),
  ] as const;
  try {
    const [browser, server, staticHost] = await Promise.all(parts);
    const stage: Stage = { browser: browser.wsEndpoint(), server: server.url, staticHost: staticHost.url };
    process.env[STAGE_VARIABLE] = JSON.stringify(stage);
  } catch (error) {
    // Jest does not strike a stage that was not raised whole, and what still ran would hold up whoever reads its output.
    await Promise.allSettled(parts);
    await strikeStage();
    throw error;
  }
}
