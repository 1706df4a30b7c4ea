import { expect, test } from '@jest/globals';
import { runLoadProgram } from './testing/run-load.ts';

const IS_SHORT = process.env['WEBFAULON_VERIFY'] === 'short';

/** Every scenario at its full size, and smaller. */
const PROOFS: readonly (readonly [scenario: string, whole: string, short: string])[] = [
  ['classroom', '', '--seconds 10'],
  ['lecture', '', '--seconds 10'],
  ['farm', '', '--sessions 200 --ramp 4 --seconds 20'],
  ['crowd', '', '--ramp 10 --seconds 2'],
  ['crowd', '--viewers 1', '--viewers 1 --ramp 10 --seconds 2'],
  ['mixed', '', '--sessions 300 --ramp 8 --seconds 10'],
  ['slow-readers', '', '--seconds 15'],
  ['churn', '--seconds 1800', '--seconds 60'],
];

test.each(PROOFS)('the server shows what it must: %s %s (short: %s)', async (scenario, whole, short) => {
  const size = (IS_SHORT ? short : whole).split(' ').filter((word) => word !== '');
  const { report, stdout, stderr, exitCode } = await runLoadProgram('--scenario', scenario, ...size);
  expect(report?.demands.filter(({ holds }) => !holds) ?? stderr).toEqual([]);
  expect([exitCode, stdout.includes('FAILS')]).toEqual([0, false]);
});
