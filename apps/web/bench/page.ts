import { ApiServer } from '../../../scripts/support/api-server.ts';
import { launchChromium } from '../../../scripts/support/chromium.ts';
import { firstLoads } from './first-load.ts';
import { tableRow } from './quantiles.ts';
import { pausesToStill, stepsToPixels } from './streamed-run.ts';
import { TimingProxy } from './timing-proxy.ts';

const VISITS = 20;

/** Prints the figures of docs/page.md as a table; two minutes on a quiet machine. */
const server = await ApiServer.start();
const proxy = await TimingProxy.start(server.url);
const browser = await launchChromium();
try {
  const loads = await firstLoads(browser, server.url, VISITS);
  const { delays, longTasks } = await stepsToPixels(browser, proxy);
  const pauses = await pausesToStill(browser, server.url);
  console.log(
    [
      '| what | p50 | p99 | measured |',
      '|---|---|---|---|',
      tableRow('first load until a preset can be tapped, nothing cached', loads),
      tableRow('a step leaves the server until it is painted, at 100 steps a second', delays),
      tableRow('the pause key until nothing moves any more, at 100 steps a second', pauses),
      '',
      `Tasks over 50 ms in those 2,000 steps: ${longTasks.length}; the longest took ${Math.max(0, ...longTasks).toFixed(0)} ms.`,
    ].join('\n'),
  );
} finally {
  await browser.close();
  proxy.stop();
  await server.kill();
}
