import { describe, expect, it } from '@jest/globals';
import type { IsomerMet } from '../runner/runner.ts';
import { inKeptOrder, inOrder } from './isomer-order.ts';

const isomer = (smiles: string, score: number, firstStep: number, visits: number): IsomerMet => ({
  smiles,
  score,
  firstStep,
  visits,
});
const A = isomer('A', 35, 0, 2);
const B = isomer('B', 28, 4, 9);
const C = isomer('C', 28, 7, 1);
const D = isomer('D', 31, 8, 2);
const MET = [A, B, C, D];

describe('the order of isomers', () => {
  it('by score has the best first, equals in order of discovery', () => {
    expect(inOrder(MET, 'score', false)).toEqual([B, C, D, A]);
    expect(inOrder(MET, 'score', true)).toEqual([A, D, B, C]);
  });

  it('by visits has the most visited first', () => {
    expect(inOrder(MET, 'visits', false)).toEqual([B, A, D, C]);
  });

  it('of discovery is that in which they were met', () => {
    expect(inOrder(MET, 'discovery', true)).toEqual(MET);
  });
});

describe('an order that is kept', () => {
  it('leaves what is shown in its place, with new figures, and puts new isomers at the end', () => {
    const visitedAgain = { ...A, visits: 3 };
    expect(inKeptOrder([B, C, D, visitedAgain], [A, C])).toEqual([visitedAgain, C, B, D]);
  });

  it('forgets what is not met any more', () => expect(inKeptOrder([D], [A, D])).toEqual([D]));
  it('is the given one when nothing is shown', () => expect(inKeptOrder([B, A], [])).toEqual([B, A]));
});
