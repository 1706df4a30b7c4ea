import { expect, test } from '@jest/globals';
import { IsomerBoard } from './isomer-board.ts';

const ADA = { number: 1, nickname: 'Ada' };
const UNNAMED = { number: 2, nickname: null };
const isomer = (n: number, score = n) => ({ smiles: `s${n}`, code: `c${n}`, score });

test('counts the finders of each isomer, and remembers the first', () => {
  const board = new IsomerBoard();
  for (const found of [isomer(1), isomer(2)]) board.add(found, ADA);
  for (const found of [isomer(2), isomer(3)]) board.add(found, UNNAMED);
  expect(board.page(0, 10)).toEqual([
    { smiles: 's1', score: 1, first_finder: 'Ada', first_finder_number: 1, finders: 1 },
    { smiles: 's2', score: 2, first_finder: 'Ada', first_finder_number: 1, finders: 2 },
    { smiles: 's3', score: 3, first_finder: null, first_finder_number: 2, finders: 1 },
  ]);
  expect(board.page(1, 2)).toHaveLength(1);
});

test('the histogram has a bin for each of a few scores', () => {
  const board = new IsomerBoard();
  for (const found of [isomer(1, 7), isomer(2, 5), isomer(3, 7)]) board.add(found, UNNAMED);
  expect(board.histogram()).toEqual([
    { from: 5, to: 5, isomers: 1 },
    { from: 7, to: 7, isomers: 2 },
  ]);
});

test('the histogram of many scores has equal bins that hold them all', () => {
  const board = new IsomerBoard();
  for (let i = 0; i < 1000; i++) board.add(isomer(i, i / 7), UNNAMED);
  const bins = board.histogram();
  expect(bins).toHaveLength(40);
  expect(bins[0]!.from).toBe(0);
  expect(bins.at(-1)!.to).toBeCloseTo(999 / 7, 9);
  expect(bins.reduce((sum, { isomers }) => sum + isomers, 0)).toBe(1000);
  for (const { isomers } of bins) expect(isomers).toBeGreaterThan(23);
});

test('bins of whole scores hold the same number of scores each, so that the bars make no comb', () => {
  const board = new IsomerBoard();
  for (let score = 89; score < 146; score++) board.add(isomer(score), UNNAMED);
  const bins = board.histogram();
  expect(bins.slice(0, 2)).toEqual([
    { from: 89, to: 91, isomers: 2 },
    { from: 91, to: 93, isomers: 2 },
  ]);
  expect(bins).toHaveLength(29);
  expect(bins.at(-1)).toEqual({ from: 145, to: 147, isomers: 1 });
});

test('has a bound', () => {
  const board = new IsomerBoard();
  for (let i = 0; i < 20_001; i++) board.add(isomer(i), UNNAMED);
  expect(board.size).toBe(20_000);
});
