import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CodeIndex, hashOf } from './code-index.ts';

const charactersOf = (code: string) => Uint16Array.from(code, (character) => character.charCodeAt(0));

function placeOf(index: CodeIndex, code: string): number {
  // More characters than the code has, as the scratch of a canonizer holds.
  const characters = charactersOf(`${code}=7`);
  return index.find(characters, code.length, hashOf(characters, code.length));
}

const codes = fc.uniqueArray(fc.string({ unit: fc.constantFrom('C', '3', '-', '0') }), { maxLength: 300 });

describe('an index of codes', () => {
  test('finds each code of the list, and no other', () => {
    fc.assert(
      fc.property(codes, codes, (known, others) => {
        const index = new CodeIndex(known);
        expect(known.map((code) => placeOf(index, code))).toEqual(known.map((_, place) => place));
        const unknown = others.filter((code) => !known.includes(code));
        expect(unknown.filter((code) => placeOf(index, code) !== -1)).toEqual([]);
      }),
    );
  });

  test('grows with the list', () => {
    const list: string[] = [];
    const index = new CodeIndex(list);
    for (let i = 0; i < 1000; i++) {
      const code = `C${i}`;
      expect(placeOf(index, code)).toBe(-1);
      list.push(code);
      index.append(hashOf(charactersOf(code), code.length));
      expect(placeOf(index, code)).toBe(i);
    }
    expect(placeOf(index, 'C0')).toBe(0);
  });

  test('tells codes of one hash apart', () => {
    const index = new CodeIndex(['C3C3-0']);
    const hash = hashOf(charactersOf('C3C3-0'), 6);
    expect(index.find(charactersOf('C2C2=0'), 6, hash)).toBe(-1);
    expect(index.find(charactersOf('C3C3-'), 5, hash)).toBe(-1);
  });
});
