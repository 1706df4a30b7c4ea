const START = '<!-- sizes:start -->';
const END = '<!-- sizes:end -->';

/** The table moves with every change of the page; only one that misleads is an error. */
const TOLERANCE = 0.1;

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

/** @param rows what it is, and its compressed bytes */
export function sizeTable(rows) {
  return [
    '| what is loaded | when | gzip |',
    '|---|---|---|',
    ...rows.map(({ what, when, bytes }) => `| ${what} | ${when} | ${kilobytes(bytes)} |`),
  ].join('\n');
}

function partsOf(document) {
  const [before, rest] = document.split(START);
  const [table, after] = rest?.split(END) ?? [];
  if (after === undefined) throw new Error(`The document has no ${START} … ${END}.`);
  return { before, table, after };
}

/** The document with this table between its marks. */
export function withSizeTable(document, table) {
  const { before, after } = partsOf(document);
  return `${before}${START}\n${table}\n${END}${after}`;
}

/** Whether the document tells of the same things, and of sizes no further off than a tenth. */
export function tellsSizes(document, rows) {
  const lines = partsOf(document).table.trim().split('\n').slice(2);
  return (
    lines.length === rows.length &&
    rows.every(({ what, bytes }, i) => {
      const [, told, , size] = lines[i].split('|').map((cell) => cell.trim());
      return told === what && Math.abs(Number.parseFloat(size) * 1000 - bytes) <= TOLERANCE * bytes;
    })
  );
}
