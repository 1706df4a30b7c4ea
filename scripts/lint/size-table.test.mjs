import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sizeTable, tellsSizes, withSizeTable } from './size-table.mjs';

const ROWS = [
  { what: 'the page', when: 'at once', bytes: 50_000 },
  { what: 'its style sheet', when: 'at once', bytes: 3000 },
];
const EMPTY = 'Before.\n<!-- sizes:start -->\n<!-- sizes:end -->\nAfter.\n';

describe('the table of sizes in a document', () => {
  const document = withSizeTable(EMPTY, sizeTable(ROWS));

  it('stands between its marks, and what is around them stays', () => {
    assert.match(document, /^Before\.\n<!--.*\| the page \| at once \| 50\.0 KB \|.*-->\nAfter\.\n$/s);
    assert.equal(withSizeTable(document, sizeTable(ROWS)), document);
  });

  it('is true while every size is within a tenth', () => {
    assert.ok(tellsSizes(document, ROWS));
    assert.ok(tellsSizes(document, [{ ...ROWS[0], bytes: 54_000 }, ROWS[1]]));
    assert.ok(!tellsSizes(document, [{ ...ROWS[0], bytes: 60_000 }, ROWS[1]]));
    assert.ok(!tellsSizes(document, [{ ...ROWS[0], bytes: 40_000 }, ROWS[1]]));
  });

  it('is not true if a row is missing, or is of something else', () => {
    assert.ok(!tellsSizes(document, ROWS.slice(1)));
    assert.ok(!tellsSizes(document, [ROWS[1], ROWS[0]]));
    assert.ok(!tellsSizes(EMPTY, ROWS));
  });

  it('needs its marks', () => assert.throws(() => tellsSizes('Nothing.', ROWS), /sizes:start/));
});
