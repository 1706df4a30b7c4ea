import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { enumerateIsomers } from '../displacement/isomer-space.ts';
import { refusalOf } from '../testing/refusal.ts';
import { reachableParts } from './reachability.ts';
import { STRUCTURAL_RULES } from './structural-rules.ts';

const DOCUMENT = readFileSync(new URL('../../../../docs/filters.md', import.meta.url), 'utf8');
const NAMES = STRUCTURAL_RULES.map(({ name }) => name);

/** Rows of the table of reachability, by formula: isomers, then a cell for each rule and one for all together. */
function documentedRows(): [formula: string, cells: string[]][] {
  return DOCUMENT.split('\n').flatMap((line): [string, string[]][] => {
    const [formula, ...cells] = line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1);
    return /^[CHNO\d]+$/.test(formula ?? '') ? [[formula!, cells]] : [];
  });
}

describe('the reachability under filters', () => {
  test('is what docs/filters.md tells of every formula of up to 700 isomers', () => {
    const rows = documentedRows();
    expect(rows.length).toBeGreaterThan(10);
    for (const [formula, [count, ...cells]] of rows) {
      if (Number(count) > 700) continue;
      const isomers = [...enumerateIsomers(formula)];
      const measured = [...NAMES.map((name) => [name]), NAMES].map((filters) =>
        reachableParts(isomers, filters).join(' + '),
      );
      expect([formula, count, cells]).toEqual([formula, String(isomers.length), measured]);
    }
  });

  test('without filters is the whole space in one part', () => {
    expect(reachableParts([...enumerateIsomers('C6H12')], [])).toEqual([25]);
  });

  test('is of no part where no isomer obeys', () => {
    expect(reachableParts([...enumerateIsomers('CO2')], ['no-cumulenes', 'no-three-membered-rings'])).toEqual(
      [],
    );
  });

  test('refuses a rule that does not exist', () => {
    expect(refusalOf(() => reachableParts([], ['no-such-rule']))?.code).toBe('filter_unknown');
  });
});
