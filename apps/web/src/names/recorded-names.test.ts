import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { kekuleForms } from './kekule-forms.ts';
import { entriesOf, KNOWN_GROUPS } from './known-names.ts';

/**
 * Records of PubChem (Kim2023 in docs/references.bib, as collected by Bell2016): number, SMILES without stereochemistry, a name
 * of the record, and the name in our table where it is another one.
 */
const RECORDS = readFileSync(new URL('./testing/pubchem-records.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [number = '', smiles = '', recorded = '', ours = recorded] = line.split('\t');
    return { number, smiles, recorded, ours };
  });

/** Those that the collection has no record of, or one of another tautomer. */
const UNRECORDED = [
  '1,1-dimethylcyclobutane',
  '1,2,3-trimethylcyclopropane',
  '1,3-dimethylcyclobutane',
  '1-ethyl-1-methylcyclopropane',
  '1-phenylbut-1-en-3-yne',
  '3-ethyl-5-methylheptane',
  '3-methylcyclopropene',
  'adenine',
  'benzofulvene',
  'cyclopentylidenecyclopentane',
  'fulvalene',
  'glucose or another aldohexose (furanose)',
  'heptafulvene',
  'pentalene',
  'ribose or another aldopentose (furanose)',
  'tetrahedrane',
  'twistane',
];

/** Names that differ in punctuation, case or the way a Greek letter is written are the same. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('α', 'alpha')
    .replaceAll('β', 'beta')
    .replaceAll('γ', 'gamma')
    .replaceAll(/[^a-z0-9]/g, '');
}

const ENTRIES = KNOWN_GROUPS.flatMap(entriesOf);
const recordOf = new Map(RECORDS.map((record) => [plain(record.ours), record]));

describe('the records of PubChem', () => {
  it('have nearly all names of the table', () => {
    const missing = ENTRIES.map(({ name }) => name).filter((name) => !recordOf.has(plain(name)));
    expect(missing.sort()).toEqual(UNRECORDED);
    expect(RECORDS.length).toBe(ENTRIES.length - UNRECORDED.length);
  });

  it('give each name the structure that the table gives it', () => {
    const differing = ENTRIES.flatMap(({ name, smiles }) => {
      const record = recordOf.get(plain(name));
      const isSame = record === undefined || kekuleForms(smiles).includes(kekuleForms(record.smiles)[0]!);
      return isSame ? [] : [{ name, smiles, record }];
    });
    expect(differing).toEqual([]);
  });
});
