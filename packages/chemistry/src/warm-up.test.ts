import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

/** What the first and a second use cost a process of its own, of what turbo has built before tests run. Not the time: others take of it. */
const TIMED = `
  import { depict, warmUp } from '@webfaulon/chemistry';
  import { readSmiles } from '@webfaulon/sa-core';
  const cost = () => Object.values(process.cpuUsage()).reduce((sum, microseconds) => sum + microseconds);
  const start = cost();
  warmUp();
  const warmed = cost();
  depict(readSmiles('CC1=CC2CC(C1)C2(C)C'));
  console.log(JSON.stringify({ warmUp: warmed - start, next: cost() - warmed }));
`;

describe('warmUp', () => {
  it('takes the initialisation out of the calls that follow', () => {
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', TIMED], {
      encoding: 'utf8',
    });
    const times: { warmUp: number; next: number } = JSON.parse(output);
    expect(times.next).toBeLessThan(times.warmUp / 4);
  });
});
