import { ApiServer } from '../../../../scripts/support/api-server.ts';
import { launchChromiumServer } from '../../../../scripts/support/chromium.ts';
import { StaticHost } from '../../src/offline/testing/static-host.ts';
import { STAGE_VARIABLE, type Stage, type StageParts } from './stage.ts';

/** Starts one browser, one server and one static host for all end-to-end tests. */
export default async function raiseStage(): Promise<void> {
  const [browser, server, staticHost] = await Promise.all([
    launchChromiumServer(),
    ApiServer.start(),
    StaticHost.start(),
  ]);
  (globalThis as { stageParts?: StageParts }).stageParts = { browser, server, staticHost };
  const stage: Stage = { browser: browser.wsEndpoint(), server: server.url, staticHost: staticHost.url };
  process.env[STAGE_VARIABLE] = JSON.stringify(stage);
}
