import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SaCoreError, type SaCoreErrorCode } from '../errors.ts';
import { ELEMENT_SYMBOLS, isElementSymbol, VALENCES } from './element.ts';
import {
  degreeOfUnsaturation,
  type Formula,
  heavyAtomCount,
  heavyElements,
  hillFormula,
  MAX_FORMULA_HEAVY_ATOMS,
  parseFormula,
} from './formula.ts';

function refusal(text: string): SaCoreError {
  try {
    parseFormula(text);
  } catch (error) {
    if (error instanceof SaCoreError) return error;
    throw error;
  }
  throw new Error(`"${text.slice(0, 40)}" was not refused`);
}

const formulas: fc.Arbitrary<Formula> = fc
  .uniqueArray(fc.constantFrom(...ELEMENT_SYMBOLS), { minLength: 1 })
  .chain((symbols) =>
    fc
      .tuple(...symbols.map(() => fc.integer({ min: 1, max: 100 })))
      .map((counts): Formula => Object.fromEntries(symbols.map((symbol, i) => [symbol, counts[i]]))),
  );

describe('elements', () => {
  test('have the valences of ALGORITHM.md, and there are no others', () => {
    expect(VALENCES).toEqual({ H: 1, C: 4, N: 3, P: 3, O: 2, S: 2, F: 1, Cl: 1, Br: 1, I: 1 });
    expect([...ELEMENT_SYMBOLS].sort()).toEqual(Object.keys(VALENCES).sort());
  });

  test('are known by their exact symbols, and names that every object inherits are none', () => {
    for (const symbol of ELEMENT_SYMBOLS) expect(isElementSymbol(symbol)).toBe(true);
    for (const text of ['', 'c', 'CL', 'Si', 'X', 'constructor', 'toString', '__proto__']) {
      expect(isElementSymbol(text)).toBe(false);
    }
  });
});

describe('parseFormula', () => {
  test.each([
    ['C10H16', { C: 10, H: 16 }],
    ['CH4', { C: 1, H: 4 }],
    ['H2O', { H: 2, O: 1 }],
    ['CH3CH2OH', { C: 2, H: 6, O: 1 }],
    ['C2H3ClBrI', { C: 2, H: 3, Cl: 1, Br: 1, I: 1 }],
    ['CO', { C: 1, O: 1 }],
    ['CCl4', { C: 1, Cl: 4 }],
    ['C007H016', { C: 7, H: 16 }],
    ['C1000', { C: 1000 }],
    ['H999999', { H: 999_999 }],
  ])('reads %s', (text, counts) => {
    expect(parseFormula(text)).toEqual(counts);
  });

  test.each<[string, SaCoreErrorCode, RegExp]>([
    ['', 'formula_syntax', /empty/],
    [' ', 'formula_syntax', /character 1 \(" "\)/],
    ['C6 H14', 'formula_syntax', /character 3 \(" "\)/],
    ['c6h14', 'formula_syntax', /character 1 \("c"\)/],
    ['C6h14', 'formula_syntax', /character 3 \("h"\)/],
    ['Ch4', 'formula_unknown_element', /"Ch".* If you mean C and H, write "CH"/],
    ['6C', 'formula_syntax', /character 1 \("6"\)/],
    ['C6H14+', 'formula_syntax', /character 6 \("\+"\)/],
    ['(CH3)3CH', 'formula_syntax', /character 1 \("\("\)/],
    ['C-1', 'formula_syntax', /character 2 \("-"\)/],
    ['C1.5', 'formula_syntax', /character 3 \("\."\)/],
    ['C1e3', 'formula_syntax', /character 3 \("e"\)/],
    ['C٦H١٤', 'formula_syntax', /character 2 \("٦"\)/],
    ['C₆H₁₄', 'formula_syntax', /character 2 \("₆"\)/],
    ['С6H14', 'formula_syntax', /character 1 \("С"\)/],
    ['C6\nH14', 'formula_syntax', /character 3/],
    ['C6H14\u0000', 'formula_syntax', /character 6/],
    ['C😀', 'formula_syntax', /character 2 \("😀"\)/u],
    ['SiC4H12', 'formula_unknown_element', /"Si"/],
    ['Co2', 'formula_unknown_element', /"Co".* If you mean C and O, write "CO"/],
    ['XeF4', 'formula_unknown_element', /"Xe".*Supported are C, H, N, O, S, P, F, Cl, Br and I\.$/],
    ['B2H6', 'formula_unknown_element', /"B"/],
    ['CL4', 'formula_unknown_element', /"L"/],
    ['C2D6', 'formula_unknown_element', /"D"/],
    ['C0H4', 'formula_zero_count', /gives C the count 0/],
    ['C6H0', 'formula_zero_count', /gives H the count 0/],
    ['CBr000', 'formula_zero_count', /gives Br the count 0/],
    ['C999999999H2', 'formula_too_large', /at most 1000/],
    ['H1000000', 'formula_too_large', /too many atoms/],
    ['C1001', 'formula_too_large', /at most 1000/],
    ['C500N500O', 'formula_too_large', /at most 1000/],
    [`C${'9'.repeat(400)}`, 'formula_too_large', /at most 1000/],
  ])('refuses %j with %s', (text, code, message) => {
    const error = refusal(text);
    expect([error.code, error.message]).toEqual([code, expect.stringMatching(message)]);
  });

  test('refuses text of a million characters, and repeats no more than its beginning', () => {
    for (const text of [
      'C'.repeat(1e6),
      'x'.repeat(1e6),
      `C${'0'.repeat(1e6)}`,
      '9'.repeat(1e6),
      'C1 '.repeat(3e5),
    ]) {
      expect(refusal(text).message.length).toBeLessThan(300);
    }
  });

  test('never throws anything but its own error, whatever the text', () => {
    const symbol = fc.constantFrom('C', 'H', 'Cl', 'Si', 'c', '0', '12', ' ', '٣', '(', '\ud800', '-');
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(symbol).map((s) => s.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let error: unknown;
        try {
          parseFormula(text);
        } catch (thrown) {
          error = thrown;
        }
        if (error !== undefined) expect(error).toBeInstanceOf(SaCoreError);
        else expect(text).toMatch(/^([A-Z][a-z]?[0-9]*)+$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('hillFormula', () => {
  test.each([
    ['OH2', 'H2O'],
    ['ClH', 'ClH'],
    ['HCl', 'ClH'],
    ['NH3', 'H3N'],
    ['H16C10', 'C10H16'],
    ['OC2H6', 'C2H6O'],
    ['OClNBrSCH3P', 'CH3BrClNOPS'],
    ['CH3CH2OH', 'C2H6O'],
    ['SClF', 'ClFS'],
  ])('writes %s as %s', (text, hill) => {
    expect(hillFormula(parseFormula(text))).toBe(hill);
  });

  test('is read back as the same formula, and is a fixed point', () => {
    fc.assert(
      fc.property(formulas, (formula) => {
        const text = hillFormula(formula);
        expect(parseFormula(text)).toEqual(formula);
        expect(hillFormula(parseFormula(text))).toBe(text);
      }),
    );
  });

  test('does not depend on the order in which the elements were given', () => {
    fc.assert(
      fc.property(formulas, (formula) => {
        const reversed = Object.fromEntries(Object.entries(formula).reverse());
        expect(hillFormula(reversed)).toBe(hillFormula(formula));
        expect(heavyElements(reversed)).toEqual(heavyElements(formula));
      }),
    );
  });
});

describe('heavyElements', () => {
  test('lists the atoms other than hydrogen, carbon first, then by symbol', () => {
    expect(heavyElements(parseFormula('OH2C2ClBr'))).toEqual(['C', 'C', 'Br', 'Cl', 'O']);
    expect(heavyElements(parseFormula('H2O'))).toEqual(['O']);
    expect(heavyElements(parseFormula('SPBrN2'))).toEqual(['Br', 'N', 'N', 'P', 'S']);
  });

  test('has as many atoms as heavyAtomCount says', () => {
    fc.assert(
      fc.property(formulas, (formula) => {
        expect(heavyElements(formula)).toHaveLength(heavyAtomCount(formula));
      }),
    );
    expect(heavyAtomCount(parseFormula(`C${MAX_FORMULA_HEAVY_ATOMS}H2`))).toBe(MAX_FORMULA_HEAVY_ATOMS);
    expect(heavyAtomCount(parseFormula('H2'))).toBe(0);
  });
});

describe('degreeOfUnsaturation', () => {
  test.each([
    ['C6H14', 0],
    ['C6H6', 4],
    ['C10H16', 3],
    ['C60', 61],
    ['C9H8O4', 6],
    ['C18H15P', 12],
    ['C5H5N', 4],
    ['C2H4Cl2', 0],
    ['CHCl3', 0],
    ['C2H6OS', 0],
    ['C6H4Br2', 4],
    ['C3H7I', 0],
    ['C6H5F', 4],
    ['H2O', 0],
    ['CO2', 2],
    ['N2', 2],
    ['C6H13', 0.5],
    ['C6H16', -1],
  ])('of %s is %p', (text, expected) => {
    expect(degreeOfUnsaturation(parseFormula(text))).toBe(expected);
  });
});
