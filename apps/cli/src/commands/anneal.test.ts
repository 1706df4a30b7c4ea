import { afterAll, describe, expect, test } from '@jest/globals';
import { anneal, canonicalKekuleSmiles, readSmiles } from '@webfaulon/sa-core';
import { inShell, runWebfaulon } from '../testing/run-webfaulon.ts';
import { folderOf, SCORE_MODULES } from '../testing/score-modules.ts';

const KEYS =
  'formula seed steps best_energy best_smiles initial_energy accepted_moves rejected_moves invalid_moves ' +
  'disconnected_moves steps_per_second isomers_found';

type Json = Record<string, unknown>;

/** The object that a command line prints, on standard output alone. */
async function jsonOf(...args: string[]): Promise<Json> {
  const { stdout, stderr, exitCode } = await runWebfaulon(['anneal', ...args, '--json']);
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return JSON.parse(stdout) as Json;
}

/** What does not depend on how fast the machine is. */
function timeless({ steps_per_second, ...rest }: Json): Json {
  expect(steps_per_second === null || (steps_per_second as number) > 0).toBe(true);
  return rest;
}

describe('one run', () => {
  test('is the run of the library, told under the promised keys', async () => {
    const record = await jsonOf('C8H18', '--maximize', '--seed', '-3', '--cycles', '2');
    expect(Object.keys(record).join(' ')).toBe(KEYS);
    const last = [...anneal({ formula: 'C8H18', optimization_mode: 'MAXIMIZE', seed: -3, num_cycles: 2 })].at(
      -1,
    )!;
    expect(record).toMatchObject({
      formula: 'C8H18',
      seed: -3,
      steps: 1000,
      best_energy: last.bestEnergy,
      best_smiles: canonicalKekuleSmiles(last.best),
      accepted_moves: last.acceptedMoves,
      rejected_moves: last.rejectedMoves,
      invalid_moves: last.invalidMoves,
      disconnected_moves: last.disconnectedMoves,
    });
    expect(record['isomers_found']).toBeGreaterThan(1);
    expect(record['isomers_found']).toBeLessThanOrEqual(18);
  });

  test('is the same without discovery, which is not told then', async () => {
    const watched = timeless(await jsonOf('C10H16'));
    expect(timeless(await jsonOf('C10H16', '--no-discovery'))).toEqual({ ...watched, isomers_found: null });
  });

  test('tells its best isomers where they are asked for', async () => {
    const { isomers, best_energy, best_smiles } = await jsonOf('C6H14', '--top', '5');
    expect(isomers).toMatchObject([
      { rank: 1, score: best_energy, smiles: best_smiles, runs: 1 },
      {},
      {},
      {},
      {},
    ]);
    expect((isomers as Json[]).map(({ score }) => score)).toEqual([28, 29, 31, 32, 35]);
  });

  test('is told to a person as a table', async () => {
    const { stdout } = await runWebfaulon(['anneal', 'C6H14', '--top', '2']);
    expect(stdout).toMatch(
      /^formula {6}C6H14\nbest score {3}28 \(minimised, from \d+\)\nbest isomer {2}CCC\(C\)\(C\)C\n/,
    );
    expect(stdout).toMatch(
      /\nrank {2}score {2}runs {2}visits {2}SMILES\n {3}1 {5}28 {5}1 +\d+ {2}CCC\(C\)\(C\)C\n/,
    );
  });

  test('can be scored by logP', async () => {
    const { best_smiles } = await jsonOf('C4H10O', '--maximize', '--score', 'logp');
    expect(canonicalKekuleSmiles(readSmiles(best_smiles as string))).toBe(best_smiles);
  });
});

test('the best isomer of a run is the first of its list, also among many of one score', async () => {
  const { isomers, best_smiles } = await jsonOf('C8H10', '--score', 'ring_count', '--top', '9');
  expect((isomers as Json[]).map(({ score }) => score)).toEqual(Array.from({ length: 9 }, () => 0));
  expect((isomers as Json[])[0]).toMatchObject({ smiles: best_smiles });
});

describe('several runs', () => {
  const command = ['C10H16', '--steps-per-cycle', '100', '--seed', '5', '--runs', '7', '--top', '4'];

  test('are those of the seeds that follow, whatever the number of threads', async () => {
    const one = await jsonOf(...command, '--threads', '1');
    const two = await jsonOf(...command, '--threads', '2');
    expect(timeless(two)).toEqual(timeless(one));
    const runs = one['runs'] as Json[];
    expect(runs.map(({ seed }) => seed)).toEqual([5, 6, 7, 8, 9, 10, 11]);
    for (const run of runs) expect(Object.keys(run).join(' ')).toBe(KEYS);
    const third = await jsonOf('C10H16', '--steps-per-cycle', '100', '--seed', '7');
    expect(timeless(runs[2]!)).toEqual(timeless(third));
  });

  test.each([
    ['smi', /^([^\t\n]+\t\d+\n){4}$/],
    ['csv', /^rank,score,smiles,runs,visits\n(\d,\d+,[^,]+,\d,\d+\n){4}$/],
    ['sdf', /^(C10H16\n[^$]+> {2}<smiles>\n[^$]+> {2}<rank>\n\d\n[^$]+\$\$\$\$\n){4}$/],
    [
      'text',
      /^C10H16, minimised: 7 runs, seeds 5 to 11; 2,800 steps[^$]+reached by \d of 7 runs\n\nrank[^$]+$/,
    ],
  ])('are told as %s', async (format, pattern) => {
    const { stdout, exitCode } = await runWebfaulon(['anneal', ...command, '--format', format]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(pattern);
  });
});

describe('an interrupted run', () => {
  const folder = folderOf(SCORE_MODULES);
  afterAll(folder.remove);
  const annealUntil = (signal: NodeJS.Signals, ...args: string[]) =>
    runWebfaulon(['anneal', 'C10H16', '--json', '--score-module', 'announced.js', ...args], {
      cwd: folder.path,
      signal,
    });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('that gets %s tells what it has found, and ends with %i', async (signal, code) => {
    const { stdout, stderr, exitCode } = await annealUntil(signal, '--cycles', '100000000');
    expect(exitCode).toBe(code);
    const record = JSON.parse(stdout) as Record<string, number>;
    expect(Object.keys(record).join(' ')).toBe(KEYS);
    const { steps, accepted_moves, rejected_moves, invalid_moves, disconnected_moves } = record;
    expect(accepted_moves! + rejected_moves! + invalid_moves! + disconnected_moves!).toBe(steps);
    expect(stderr).toMatch(
      /^Scoring\.\nInterrupted after [\d,]+ of 50,000,000,000 steps; this is what was found so far\.\n$/,
    );
  });

  test('of several tells those that are finished', async () => {
    const { stdout, exitCode } = await annealUntil('SIGINT', '--runs', '1000000', '--no-discovery');
    expect(exitCode).toBe(130);
    const { runs } = JSON.parse(stdout) as { runs: Json[] };
    expect(runs.length).toBeLessThan(1_000_000);
    expect(runs.map(({ seed }) => seed)).toEqual(runs.map((_, index) => 42 + index));
  });
});

test('a reader that has seen enough ends it quietly', async () => {
  const { stdout, stderr } = await inShell(
    'webfaulon anneal C10H16 --top 500 --format sdf | head -1; echo "$PIPESTATUS"',
  );
  expect({ stdout, stderr }).toEqual({ stdout: 'C10H16\n0\n', stderr: '' });
});
