import { expect, test } from '@jest/globals';
import { runLoadProgram } from './testing/run-load.ts';

const IS_SHORT = process.env['WEBFAULON_VERIFY'] === 'short';

/** Every scenario at its full size, and smaller; null where a small one shows nothing. */
const PROOFS: readonly (readonly [scenario: string, whole: string, short: string | null])[] = [
  ['classroom', '', '--seconds 10'],
  ['lecture', '', '--seconds 10'],
  // So many that none comes to the end of its run and leaves its turns to the others.
  ['farm', '', '--sessions 1000 --ramp 10 --seconds 20'],
  ['crowd', '', '--ramp 10 --seconds 2'],
  ['crowd', '--viewers 1', '--viewers 1 --ramp 10 --seconds 2'],
  ['mixed', '', '--sessions 300 --ramp 8 --seconds 10'],
  // The slowest are dropped after half a minute, and come back after three quarters of one.
  ['slow-readers', '', '--seconds 55'],
  // Memory still grows in the first minutes.
  ['churn', '--seconds 1800', null],
];

const chosen = PROOFS.flatMap(([scenario, whole, short]) => {
  const size = IS_SHORT ? short : whole;
  return size === null ? [] : [[scenario, size] as const];
});

test.each(chosen)('the server shows what it must: %s %s', async (scenario, asked) => {
  const size = asked.split(' ').filter((word) => word !== '');
  const { report, stdout, stderr, exitCode } = await runLoadProgram('--scenario', scenario, ...size);
  expect(report?.demands.filter(({ holds }) => !holds) ?? stderr).toEqual([]);
  expect([exitCode, stdout.includes('FAILS')]).toEqual([0, false]);
});
