import { expect, test } from '@jest/globals';
import type { Demand } from './report/demand.ts';
import { runLoadProgram } from './testing/run-load.ts';

const IS_SHORT = process.env['WEBFAULON_VERIFY'] === 'short';

/** Every scenario at its full size, and so small that it ends within seconds; null where a small one shows nothing. */
const PROOFS: readonly (readonly [scenario: string, whole: string, short: string | null])[] = [
  ['classroom', '', '--ramp 2 --seconds 4'],
  ['lecture', '', '--viewers 100 --ramp 2 --seconds 4'],
  // So many for so short that none comes to the end of its run and leaves its turns to the others.
  ['farm', '', '--sessions 200 --ramp 3 --seconds 8'],
  // All that it shows is how much memory a session takes.
  ['crowd', '', null],
  ['crowd', '--viewers 1', '--viewers 1 --sessions 1000 --ramp 4 --seconds 2'],
  ['mixed', '', '--sessions 200 --ramp 3 --seconds 5'],
  // The slowest are dropped after half a minute, and come back after three quarters of one.
  ['slow-readers', '', '--ramp 3 --seconds 55'],
  ['churn', '--seconds 1800', '--sessions 50 --ramp 3 --seconds 10'],
];

const chosen = PROOFS.flatMap(([scenario, whole, short]) => {
  const size = IS_SHORT ? short : whole;
  return size === null ? [] : [[scenario, size] as const];
});

test.each(chosen)('the server shows what it must: %s %s', async (scenario, words) => {
  const size = words.split(' ').filter((word) => word !== '');
  const { report, stdout, stderr, exitCode } = await runLoadProgram('--scenario', scenario, ...size);
  expect(stderr).toBe('');
  // In short form, which runs beside anything, it is held to what neither time nor size can break.
  const isAsked = ({ needsQuietMachine }: Demand) => !(IS_SHORT && needsQuietMachine);
  const asked = report?.demands.filter(isAsked) ?? [];
  expect(asked.length).toBeGreaterThanOrEqual(3);
  expect(asked.filter(({ holds }) => !holds)).toEqual([]);
  const holdsAll = report?.demands.every(({ holds }) => holds);
  expect([exitCode, stdout.includes('FAILS')]).toEqual(holdsAll ? [0, false] : [1, true]);
});
