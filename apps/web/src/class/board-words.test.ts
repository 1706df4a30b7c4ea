import { describe, expect, it } from '@jest/globals';
import { BUILT_IN_COMPONENTS, resolveConfiguration } from '@webfaulon/sa-core';
import {
  countNote,
  finderName,
  firstsInWords,
  headline,
  histogramInWords,
  isomersOf,
  membersInWords,
} from './board-words.ts';
import { firstFinds, firstsOf } from './first-finds.ts';

const board = (formula: string, total_found: number, total: number | null) => ({
  configuration: { ...resolveConfiguration({ formula }, BUILT_IN_COMPONENTS), steps_per_second: null },
  total_found,
  total,
});
const found = (smiles: string, number: number, nickname: string | null = null) => ({
  smiles,
  score: 1,
  first_finder: nickname,
  first_finder_number: number,
  finders: 1,
});

describe('the words of the board', () => {
  it.each([
    ['C10H22', 61, 75, 'Our class found 61 of 75 decanes'],
    ['C10H22', 0, 75, 'Our class looks for the 75 decanes'],
    ['C6H12O6', 0, null, 'Our class looks for isomers of C6H12O6'],
    ['C8H18', 18, 18, 'Our class found all 18 octanes'],
    ['C10H16', 1200, 24938, 'Our class found 1\u2009200 of 24\u2009938 isomers of C10H16'],
    ['C6H12O6', 340, null, 'Our class found 340 isomers of C6H12O6'],
  ])('%s: %i of %p', (formula, count, total, words) => {
    expect(headline(board(formula, count, total))).toBe(words);
  });

  it('calls alkanes alone by their name', () => {
    expect(isomersOf('C4H10')).toBe('butanes');
    expect(isomersOf('C20H42')).toBe('icosanes');
    expect(isomersOf('C21H44')).toBe('isomers of C21H44');
    expect(isomersOf('C3H8')).toBe('isomers of C3H8');
    expect(isomersOf('C8H10')).toBe('isomers of C8H10');
    expect(isomersOf('C2H6O')).toBe('isomers of C2H6O');
  });

  it('says of Kekulé forms where there can be some', () => {
    expect(countNote('C10H22')).toBe('');
    expect(countNote('C6H6')).toContain('Kekulé');
  });

  it('counts people as people do', () => {
    expect([0, 1, 60].map(membersInWords)).toEqual(['nobody has joined yet', '1 member', '60 members']);
    expect(firstsInWords(0)).toBe('');
    expect(firstsInWords(1)).toContain('one');
    expect(firstsInWords(3)).toContain('3');
  });

  it('tells the histogram to those who cannot see it', () => {
    expect(histogramInWords([])).toContain('No isomer');
    expect(
      histogramInWords([
        { from: 28, to: 28, isomers: 1 },
        { from: 31, to: 31, isomers: 2 },
        { from: 35, to: 35, isomers: 1 },
      ]),
    ).toBe('The isomers found have scores from 28 to 35; most of them, 2, at 31.');
  });
});

describe('who found what first', () => {
  const isomers = [found('a', 2), found('b', 1, 'Ada'), found('c', 3), found('d', 1, 'Ada')];

  it('is told by nickname, or by number where there is none', () => {
    expect(isomers.map(finderName)).toEqual(['No. 2', 'Ada', 'No. 3', 'Ada']);
  });

  it('is counted, the most first', () => {
    expect(firstFinds(isomers).map(({ name, count }) => [name, count])).toEqual([
      ['Ada', 2],
      ['No. 2', 1],
      ['No. 3', 1],
    ]);
  });

  it('is a member’s own, newest first', () => {
    expect(firstsOf(isomers, 1).map(({ smiles }) => smiles)).toEqual(['d', 'b']);
    expect(firstsOf(isomers, 9)).toEqual([]);
  });
});
