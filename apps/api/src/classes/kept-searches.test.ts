import { expect, test } from '@jest/globals';
import { IsomerSearch } from '../sessions/isomer-search.ts';
import { resolved } from '../testing/manual-slicer.ts';
import { KeptSearches } from './kept-searches.ts';

const searchOf = () => new IsomerSearch({ configuration: resolved(), isAbandoned: false });

test('lets those go that have not gone on for longest, until the others are within the bound', () => {
  const kept = new KeptSearches(100);
  const gone: string[] = [];
  const [a, b, c] = [searchOf(), searchOf(), searchOf()];
  kept.keep(a, 40, () => gone.push('a'));
  kept.keep(b, 40, () => gone.push('b'));
  kept.keep(a, 50, () => gone.push('a'));
  expect([gone, kept.size]).toEqual([[], 90]);
  kept.keep(c, 30, () => gone.push('c'));
  expect([gone, kept.size]).toEqual([['b'], 80]);
  kept.forget(a);
  expect(kept.size).toBe(30);
  kept.keep(b, 500, () => gone.push('b'));
  expect([gone, kept.size]).toEqual([['b', 'c'], 500]);
});
