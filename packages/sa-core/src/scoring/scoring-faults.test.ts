import { describe, expect, test } from '@jest/globals';
import { MAX_NEIGHBOURS } from '../molecule/molecular-graph.ts';
import { readSmiles } from '../molecule/smiles-reader.ts';
import { isomerList } from '../testing/truth.ts';
import type { ScoringComponent } from './scoring-component.ts';
import { scoringFaults } from './scoring-faults.ts';
import { wienerIndex } from './wiener-index.ts';

const octanes = isomerList('C8H18').map(({ smiles }) => readSmiles(smiles));
const faultsOf = (change: Partial<ScoringComponent>) =>
  scoringFaults({ ...wienerIndex, ...change }, octanes).join();

describe('scoringFaults', () => {
  test('finds none in a component that keeps its promises', () => {
    expect(scoringFaults(wienerIndex, octanes)).toEqual([]);
  });

  test.each<[string, Partial<ScoringComponent>, RegExp]>([
    ['a score that depends on the numbering', { score: ({ degrees }) => degrees[0]! }, /renumbered/],
    [
      'one that depends on the order of neighbours',
      { score: ({ neighbours }) => neighbours[MAX_NEIGHBOURS]! },
      /renum/,
    ],
    ['a score that is not finite', { score: () => Number.POSITIVE_INFINITY }, /scores Infinity/],
    ['a resolution that is too coarse', { resolution: 1.001 }, /closer than the resolution/],
    ['a resolution of 0', { resolution: 0 }, /not above 0/],
    ['a name in capitals', { name: 'Wiener' }, /lower case/],
    ['a version 0', { version: 0 }, /version/],
    ['no description', { description: '' }, /description/],
    ['no unit', { unit: '' }, /unit/],
    ['a limit of half an atom', { maxHeavyAtoms: 0.5 }, /maxHeavyAtoms/],
    ['an unknown cost', { costClass: 'free' as 'bonds' }, /"free"/],
    ['an empty range', { usualRange: () => ({ low: 1, high: 0 }) }, /1 to 0/],
  ])('finds %s', (_, change, fault) => {
    expect(faultsOf(change)).toMatch(fault);
  });
});
