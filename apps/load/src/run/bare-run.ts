import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChildServer } from '../servers/child-server.ts';
import { processUsage } from '../servers/process-usage.ts';
import { sleep, spreadOver } from '../traffic/spread-over.ts';
import { Tally } from '../traffic/tally.ts';
import { Viewer } from '../traffic/viewer.ts';
import type { Tell } from './observe.ts';

const FILE = new URL('../servers/bare-server.worker.js', import.meta.url);
const MAX_SECONDS = 15;
const MAX_RAMP_SECONDS = 3;

export interface BareLoad {
  /** Events as text, those of one viewer of the real server. */
  readonly events: string;
  readonly viewers: number;
  /** For each viewer. */
  readonly eventsPerSecond: number;
  /** Whether all viewers are sent the same events at the same time. */
  readonly isInStep: boolean;
  readonly rampSeconds: number;
  readonly seconds: number;
}

export interface BareMeasured {
  readonly events: number;
  readonly pieces: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** What a bare server of Node's does with the same bytes and as many viewers; undefined where the system does not tell its CPU time. */
export async function runBare(load: BareLoad, tell: Tell): Promise<BareMeasured | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'webfaulon-bare-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  let server: ChildServer | undefined;
  try {
    const file = join(folder, 'events.txt');
    await writeFile(file, wholeEvents(load.events));
    const args = [file, String(load.eventsPerSecond), load.isInStep ? '1' : '0'];
    server = await ChildServer.start(FILE, {}, [], args);
    return await watch(server, load, tell);
  } finally {
    await server?.stop();
    process.off('exit', removeFolder);
    removeFolder();
  }
}

async function watch(server: ChildServer, load: BareLoad, tell: Tell): Promise<BareMeasured | undefined> {
  const tally = new Tally();
  const rampSeconds = Math.min(load.rampSeconds, MAX_RAMP_SECONDS);
  const viewers: Viewer[] = [];
  await spreadOver(load.viewers, rampSeconds, async (index) => {
    const sessionId = String(index);
    const viewer = new Viewer(
      { baseUrl: server.url, sessionId, svg: 'always', stride: 1, totalSteps: 1 },
      tally,
    );
    viewers.push(viewer);
    viewer.open();
  });
  await sleep((1000 * rampSeconds) / 2);
  tally.begin();
  const before = processUsage(server.pid);
  const begin = performance.now();
  const seconds = Math.min(load.seconds, MAX_SECONDS);
  for (let passed = 0; passed < seconds; passed = (performance.now() - begin) / 1000) {
    tell('measures bare Node', passed / seconds);
    await sleep(Math.min(500, (seconds - passed) * 1000));
  }
  const { events, pieces } = tally;
  const after = processUsage(server.pid);
  const measured = (performance.now() - begin) / 1000;
  await Promise.all(viewers.map((viewer) => viewer.close()));
  if (before === undefined || after === undefined) return undefined;
  return { events, pieces, seconds: measured, cpuSeconds: after.cpuSeconds - before.cpuSeconds };
}

/** From the first event that begins in the text to the last that ends in it. */
function wholeEvents(text: string): string {
  const first = text.indexOf('\n\n') + 2;
  const last = text.lastIndexOf('\n\n') + 2;
  return last > first ? text.slice(first, last) : text;
}
