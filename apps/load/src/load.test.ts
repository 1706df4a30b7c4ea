import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ApiServer } from '../../../scripts/support/api-server.ts';
import { eventually } from './testing/eventually.ts';
import { type FinishedLoad, MAIN, runLoadProgram, runToEnd } from './testing/run-load.ts';

const SMALL = ['--ramp', '1', '--seconds', '1'];
/** The others differ from these in numbers alone; all of them are run in full by `npm run verify`. */
const SCENARIOS = [
  ['lecture', ['--viewers', '5'], 5],
  ['farm', ['--sessions', '6'], 6],
  ['mixed', ['--sessions', '6', '--pace', '50'], 6],
  ['churn', ['--sessions', '3'], 200],
] as const;

let server: ApiServer;
const finished = new Map<string, FinishedLoad>();
/** Of a server that the program has started itself. */
let ownServer: FinishedLoad;
beforeAll(async () => {
  server = await ApiServer.start();
  await eventually(async () => ((await fetch(`${server.url}/readyz`)).ok ? true : undefined));
  const load = async ([scenario, size]: (typeof SCENARIOS)[number]) => {
    const args = ['--scenario', scenario, ...size, ...SMALL, '--url', server.url];
    finished.set(scenario, await runLoadProgram(...args));
  };
  // All at once but for the farm, which leaves the others no time to draw.
  await Promise.all(SCENARIOS.filter(([name]) => name !== 'farm').map(load));
  const own = runLoadProgram('--scenario', 'classroom', '--sessions', '16', ...SMALL);
  await Promise.all(SCENARIOS.filter(([name]) => name === 'farm').map(load));
  ownServer = await own;
});
afterAll(() => server.kill());

describe.each(SCENARIOS)('the scenario %s on a server that is there', (scenario, _size, viewers) => {
  test('is watched without gap, repeat or error', () => {
    const { report, stderr } = finished.get(scenario)!;
    expect(stderr).toBe('');
    expect(report).toMatchObject({ scenario, viewers, gaps: 0, repeats: 0, errors: {}, error_count: 0 });
    expect(report!.events).toBeGreaterThan(0);
    expect(report!.health_ms!.count).toBeGreaterThan(0);
  });

  test('fails if a demand does not hold, and says which', () => {
    const { report, stdout, exitCode } = finished.get(scenario)!;
    const failed = report!.demands.filter(({ holds }) => !holds);
    expect(exitCode).toBe(failed.length === 0 ? 0 : 1);
    for (const { text } of failed) expect(stdout).toContain(`FAILS  ${text}`);
  });
});

test('new sessions of a farm have their first event, and all get slices', () => {
  const { report } = finished.get('farm')!;
  expect(report!.newcomer_first_event_ms!.count).toBeGreaterThan(0);
  expect(report!.fairness).toMatchObject({ of: 'slices' });
  expect(report!.fairness!.slowest).toBeGreaterThan(0);
});

test('those who come and go have come back', () => {
  expect(finished.get('churn')!.report!.visits).toBeGreaterThan(200);
});

test('a server of its own is started, loaded, compared with bare Node and stopped', () => {
  const { report, stdout, exitCode } = ownServer;
  expect([exitCode, report!.demands.every(({ holds }) => holds)]).toEqual([0, true]);
  expect(report).toMatchObject({ sessions: 16, viewers: 16, errors: {}, svg: 'always' });
  expect(report!.raw_node!.events_per_cpu_second).toBeGreaterThan(0);
  expect(report!.fairness!.ratio).toBeGreaterThan(0);
  expect(stdout).toMatch(/^holds {2}no gap: 0$/m);
});

test('a demand that cannot hold is told, and the program ends with 1', async () => {
  // Slow readers are dropped after half a minute, and this is over before.
  const size = ['--sessions', '1', '--ramp', '0', '--seconds', '1'];
  const args = ['--scenario', 'slow-readers', ...size, '--url', server.url];
  const { report, stdout, exitCode } = await runLoadProgram(...args);
  const failed = report!.demands.filter(({ holds }) => !holds);
  expect(failed.length).toBeGreaterThan(0);
  for (const { text } of failed) expect(stdout).toContain(`FAILS  ${text}`);
  expect(exitCode).toBe(1);
});

test('nothing is loaded on another machine', async () => {
  const { stderr, exitCode, report } = await runLoadProgram(
    '--scenario',
    'mixed',
    '--url',
    'http://192.0.2.1',
  );
  expect(stderr).toContain('192.0.2.1 is another machine.');
  expect([exitCode, report]).toEqual([2, undefined]);
});

test('a report that cannot be written is told before the load', async () => {
  const args = ['--scenario', 'mixed', ...SMALL, '--url', server.url, '--json', '/dev/null/report.json'];
  const { stderr, exitCode } = await runToEnd([MAIN, ...args]);
  expect(stderr).toMatch(/^The report cannot be written to "\/dev\/null\/report\.json": .+\n$/);
  expect(exitCode).toBe(2);
});

test('a server that is not there is told in a sentence', async () => {
  const { stderr, exitCode } = await runLoadProgram(
    '--scenario',
    'mixed',
    '--url',
    'http://127.0.0.1:1',
    ...SMALL,
  );
  expect(stderr).toMatch(/^The server at http:\/\/127\.0\.0\.1:1 cannot be reached\.\n$/);
  expect(exitCode).toBe(1);
});
