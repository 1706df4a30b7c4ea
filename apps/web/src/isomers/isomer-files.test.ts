import { describe, expect, it } from '@jest/globals';
import { molfile } from '@webfaulon/chemistry';
import { readSmiles } from '@webfaulon/sa-core';
import { knownNamesOf } from '../names/known-names.ts';
import { csvFile, sdfRecord, smilesFile } from './isomer-files.ts';

const NAMES = knownNamesOf('C6H14');
const HEXANE = { smiles: 'CCCCCC', score: 35, firstStep: 0, visits: 4 };
const DIMETHYLBUTANE = { smiles: 'CCC(C)(C)C', score: 28, firstStep: 9, visits: 1 };
const UNNAMED = { smiles: 'C1CC1C=C', score: 1.5, firstStep: 3, visits: 2 };

describe('files of isomers', () => {
  it('as SMILES have one a line, with its name', () => {
    expect(smilesFile([HEXANE, UNNAMED], NAMES)).toBe('CCCCCC hexane\nC1CC1C=C\n');
  });

  it('as CSV have a header, and quotes where a name has commas', () => {
    expect(csvFile([HEXANE, DIMETHYLBUTANE, UNNAMED], NAMES).split('\n')).toEqual([
      'smiles,name,score,first_step,visits',
      'CCCCCC,hexane,35,0,4',
      'CCC(C)(C)C,"2,2-dimethylbutane",28,9,1',
      'C1CC1C=C,,1.5,3,2',
      '',
    ]);
  });

  it('as SDF have a molfile, the figures as data items, and the end of the record', () => {
    const record = sdfRecord(molfile(readSmiles('CCCCCC')), HEXANE, NAMES).split('\n');
    expect(record[0]).toBe('hexane');
    expect(record[3]).toMatch(/^ {2}6 {2}5.*V2000$/);
    const end = record.indexOf('M  END');
    expect(record.slice(end + 1)).toEqual([
      ...['>  <SMILES>', 'CCCCCC', '', '>  <SCORE>', '35', ''],
      ...['>  <FIRST_STEP>', '0', '', '>  <VISITS>', '4', '', '$$$$', ''],
    ]);
  });

  it('as SDF keep the formula as title where no name is known', () => {
    expect(sdfRecord(molfile(readSmiles(UNNAMED.smiles)), UNNAMED, NAMES)).toMatch(/^C5H8\n/);
  });
});
