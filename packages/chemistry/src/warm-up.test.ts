import { describe, expect, it } from '@jest/globals';
import { readSmiles } from '@webfaulon/sa-core';
import { depict } from './depiction/depict.ts';
import { warmUp } from './warm-up.ts';

describe('warmUp', () => {
  it('takes the initialisation out of the calls that follow', () => {
    const start = performance.now();
    warmUp();
    const warmed = performance.now();
    depict(readSmiles('CC1=CC2CC(C1)C2(C)C'));
    expect(performance.now() - warmed).toBeLessThan((warmed - start) / 2);
  });
});
