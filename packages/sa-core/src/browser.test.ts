import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { launchChromium } from '../../../scripts/support/chromium.ts';
import { ALGORITHM_VERSION } from './annealing/defaults.ts';
import { annealedRun } from './ensemble/annealed-run.ts';
import { importComponents } from './ensemble/component-module.ts';
import { bundle } from './testing/bundle.ts';
import { GOLDEN_RUNS } from './testing/golden-runs.ts';
import { serveFiles } from './testing/serve-files.ts';

// A browser takes its time to start where other tests run beside it.
jest.setTimeout(120_000);

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const golden = Object.fromEntries(
  Object.keys(GOLDEN_RUNS).map((name) => [name, JSON.parse(read(`fixtures/golden/${name}.json`)) as unknown]),
);
const GOLDEN_WORKER = `
  import { goldenRunsHere } from '/golden.js';
  postMessage(await goldenRunsHere());
`;
const IN_WORKER = `new Promise((resolve, reject) => {
  const worker = new Worker('/golden-worker.js', { type: 'module' });
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message));
})`;

let server: Awaited<ReturnType<typeof serveFiles>>;
let browser: Awaited<ReturnType<typeof launchChromium>>;

/** What an expression is in a page of the browser. */
async function inPage(expression: string): Promise<unknown> {
  const page = await browser.newPage();
  try {
    await page.goto(server.origin);
    return await page.evaluate(expression);
  } finally {
    await page.close();
  }
}

beforeAll(async () => {
  const files = await bundle({
    golden: 'testing/golden.browser.ts',
    'sa-core': 'index.ts',
    'anneal-many.worker': 'ensemble/anneal-many.worker.ts',
  });
  files.set('golden-worker.js', GOLDEN_WORKER);
  files.set('scores/double-bonds.js', read('testing/components/double-bonds.js'));
  server = await serveFiles(files);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe('in Chromium', () => {
  test(`the golden runs of version ${ALGORITHM_VERSION} are those of Node, bit for bit, in a page`, async () => {
    expect(await inPage("import('/golden.js').then((m) => m.goldenRunsHere())")).toEqual(golden);
  });

  test('and in a Web Worker', async () => {
    expect(await inPage(IN_WORKER)).toEqual(golden);
  });

  test('annealMany makes its runs on Web Workers, and scores by a module of the page', async () => {
    const configuration = { formula: 'C6H8', component_weights: { double_bonds: 1 } };
    const runs = await inPage(`(async () => {
      const { annealMany } = await import('/sa-core.js');
      const runs = [];
      const options = { threads: 2, componentModule: 'scores/double-bonds.js' };
      for await (const run of annealMany(${JSON.stringify(configuration)}, [3, 1, 2], options)) runs.push(run);
      return runs;
    })()`);
    const components = await importComponents(
      new URL('./testing/components/double-bonds.js', import.meta.url).href,
    );
    expect(runs).toEqual([3, 1, 2].map((seed) => annealedRun({ ...configuration, seed }, components)));
  });

  test('annealMany tells why a worker cannot go on', async () => {
    const told = await inPage(`(async () => {
      const { annealMany } = await import('/sa-core.js');
      const score = "export const component = { name: 'own', version: 1, resolution: 1, " +
        "score: () => { throw new Error('no data') } }";
      const options = { componentModule: 'data:text/javascript,' + encodeURIComponent(score) };
      const configuration = { formula: 'C6H8', component_weights: { own: 1 } };
      try { for await (const run of annealMany(configuration, [7], options)); }
      catch ({ code, message }) { return { code, message }; }
    })()`);
    expect(told).toEqual({ code: 'run_failed', message: 'The run of seed 7 failed: no data' });
  });
});
