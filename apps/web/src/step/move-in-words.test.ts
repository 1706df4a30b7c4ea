import { describe, expect, it } from '@jest/globals';
import { moveInWords } from './move-in-words.ts';

const carbon = { element: 'C', heavy_atom: 0 };
const hydrogen = { element: 'H', heavy_atom: 0 };
const orders = { a11: 1, a12: 0, a21: 0, a22: 1, after: null };

describe('a move in words', () => {
  it('says that the fourth atom of a hydrogen shift is a hydrogen', () => {
    const displacement = { x1: carbon, y1: carbon, x2: carbon, y2: hydrogen, ...orders };
    expect(moveInWords({ kind: 'hydrogen_shift', displacement }).text).toContain('y₂ is a hydrogen');
  });

  it.each([
    [{ x1: carbon, y1: carbon, x2: carbon, y2: carbon }, 'none is a hydrogen'],
    [{ x1: carbon, y1: hydrogen, x2: carbon, y2: carbon }, 'y₁ is a hydrogen'],
    [{ x1: hydrogen, y1: carbon, x2: hydrogen, y2: hydrogen }, 'x₁, x₂ and y₂ are hydrogens'],
  ])('counts the hydrogens among four atoms', (atoms, words) => {
    expect(moveInWords({ kind: 'four_atoms', displacement: { ...atoms, ...orders } }).text).toContain(words);
  });

  it('says so when there was nothing to draw from', () => {
    expect(moveInWords({ kind: null, displacement: null }).title).toBe('No displacement');
  });
});
