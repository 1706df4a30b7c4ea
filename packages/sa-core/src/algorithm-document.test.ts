import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const DOCUMENT = readFileSync(new URL('../../../docs/algorithm.md', import.meta.url), 'utf8');
const REFERENCES = readFileSync(new URL('../../../docs/references.bib', import.meta.url), 'utf8');

/** "`name`, `other` in `folder/file.ts`", and tables whose heading names the file for all rows. */
function functionsByFile(): [name: string, file: string][] {
  let fileOfTable: string | undefined;
  return DOCUMENT.split('\n').flatMap((line): [string, string][] => {
    if (!line.startsWith('|')) fileOfTable = undefined;
    else if (/^\|[^|]*\| function in `/.test(line)) fileOfTable = /`([^`]+\.ts)`/.exec(line)?.[1];
    const inline = [...line.matchAll(/((?:`\w+`(?:, )?)+) in `([^`]+\.ts)`/g)].flatMap(([, names, file]) =>
      [...(names ?? '').matchAll(/`(\w+)`/g)].map(([, name]): [string, string] => [name ?? '', file ?? '']),
    );
    const cell = fileOfTable === undefined ? undefined : /\| `(\w+)` *\|$/.exec(line)?.[1];
    return cell === undefined ? inline : [...inline, [cell, fileOfTable ?? '']];
  });
}

test('every function that docs/algorithm.md names stands in the file that it names', () => {
  const named = functionsByFile();
  expect(named.length).toBeGreaterThan(20);
  for (const [name, file] of named) {
    const source = readFileSync(new URL(file, import.meta.url), 'utf8');
    expect(`${file}: ${source}`).toMatch(new RegExp(`export (function|class|const) ${name}\\b`));
  }
});

test('every reference that docs/algorithm.md cites is in docs/references.bib', () => {
  const cited = [...DOCUMENT.matchAll(/\[([A-Z]\w+\d{4})[\],]/g)].map(([, key]) => key);
  expect(cited.length).toBeGreaterThan(5);
  for (const key of cited) expect(REFERENCES).toContain(`{${key},`);
});
