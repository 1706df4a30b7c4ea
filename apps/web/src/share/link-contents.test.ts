import { describe, expect, it } from '@jest/globals';
import { prepareAnnealing } from '@webfaulon/sa-core';
import { linkContents } from './link-contents.ts';

describe('what a link holds', () => {
  it('is said in the words of the parameters, without what every link leaves out', () => {
    const { configuration } = prepareAnnealing({ formula: 'C6H14', seed: 7, num_cycles: 9 });
    expect(linkContents(configuration, null)).toEqual([
      { label: 'Molecular formula', value: 'C6H14' },
      { label: 'Cycles', value: '9' },
      { label: 'Seed', value: '7' },
      { label: 'Speed', value: 'as fast as possible' },
      { label: 'Lowest temperature', value: '0.5' },
      { label: 'Version of the algorithm', value: '1' },
      { label: 'Versions of the score’s components', value: 'wiener_index 1' },
    ]);
  });
});
