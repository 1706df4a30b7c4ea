import { describe, expect, it } from '@jest/globals';
import { judgeFormula } from './formula-judgement.ts';

describe('the judgement of a formula', () => {
  it('tells unsaturation and the known number of isomers', () => {
    expect(judgeFormula(' H10C8 ')).toEqual({
      kind: 'possible',
      formula: 'C8H10',
      heavyAtoms: 8,
      unsaturation: 4,
      isomers: 4679,
    });
  });

  it('tells no number that nobody has counted', () => {
    expect(judgeFormula('C30H62')).toMatchObject({ kind: 'possible', isomers: null });
  });

  it('says nothing of an empty field', () => expect(judgeFormula('  ')).toEqual({ kind: 'empty' }));

  for (const [text, part] of [
    ['c6h14', 'capital letter'],
    ['C6H13', 'odd'],
    ['C6H16', 'hydrogens'],
    ['Xx2', 'not supported'],
    ['H2', 'other than hydrogen'],
  ] as const) {
    it(`says what is wrong with ${text}`, () => {
      const judgement = judgeFormula(text);
      expect(judgement.kind).toBe('impossible');
      expect(judgement.kind === 'impossible' && judgement.message).toContain(part);
    });
  }
});
