import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { BOILING_POINTS } from './boiling-points.ts';

/**
 * Name, boiling point in degrees Celsius in the CRC Handbook (Haynes2014 in docs/references.bib) and in the NIST WebBook
 * (NistWebBook), both as collected by Bell2016. The WebBook gives what was measured by many, to less than a tenth.
 */
const RECORDED = readFileSync(new URL('./testing/boiling-points.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [name = '', handbook = '', webBook = ''] = line.split('\t');
    return { name, handbook: handbook === '' ? null : Number(handbook), webBook: Number(webBook) };
  });

describe('the boiling points of the alkanes', () => {
  it('are recorded, all but one in the handbook', () => {
    expect(RECORDED.map(({ name }) => name).sort()).toEqual([...BOILING_POINTS.keys()].sort());
    const missing = RECORDED.filter(({ handbook }) => handbook === null).map(({ name }) => name);
    expect(missing).toEqual(['3-methylhexane']);
  });

  it.each(RECORDED)('$name boils where others say', ({ name, handbook, webBook }) => {
    const ours = BOILING_POINTS.get(name)!;
    if (handbook !== null) expect(Math.abs(ours - handbook)).toBeLessThan(0.25);
    expect(Math.abs(ours - webBook)).toBeLessThanOrEqual(0.7);
  });
});
