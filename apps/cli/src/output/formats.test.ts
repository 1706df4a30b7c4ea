import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvLine } from './csv.ts';
import { ISOMER_FORMATS } from './isomer-format.ts';
import { sdfRecord } from './sdf.ts';
import { textTable } from './text-table.ts';

/** Cells of one line of CSV, read by the rules of RFC 4180. */
function cellsOf(line: string): string[] {
  return [...`${line.slice(0, -1)},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*)),/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
  );
}

test('a line of CSV reads back as its cells', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '=', ' ') });
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (cells) => {
      expect(cellsOf(csvLine(cells))).toEqual(cells);
    }),
  );
});

test('a record of an SD file is a molfile, its data items and an end', () => {
  const lines = sdfRecord('CCO', { smiles: 'CCO', score: 4.5 }).split('\n');
  expect(lines[0]).toBe('C2H6O');
  expect(lines[3]).toMatch(/^ {2}3 {2}2 .*V2000$/);
  const end = lines.indexOf('M  END');
  expect(lines.slice(end)).toEqual(['M  END', '>  <smiles>', 'CCO', '', '>  <score>', '4.5', '', '$$$$', '']);
});

test('a table sets numbers right and text left', () => {
  expect(
    textTable(
      ['rank', 'score', 'SMILES'],
      [
        [1, 28, 'CCO'],
        [2, 130, 'C'],
      ],
    ),
  ).toBe('rank  score  SMILES\n   1     28  CCO\n   2    130  C\n');
});

describe('the JSON of an enumeration', () => {
  const { head, isomer, foot } = ISOMER_FORMATS.json;

  test.each([0, 1, 3])('is whole with %i isomers', (count) => {
    const isomers = Array.from({ length: count }, (_, i) => isomer({ smiles: 'CC', wienerIndex: i }, i));
    expect(JSON.parse(head('C2H6') + isomers.join('') + foot(count, true))).toEqual({
      formula: 'C2H6',
      isomers: Array.from({ length: count }, (_, i) => ({ smiles: 'CC', wiener_index: i })),
      count,
      complete: true,
    });
  });
});
