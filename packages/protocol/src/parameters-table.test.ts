import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { PARAMETERS } from './parameters.ts';
import { renderParametersTable } from './parameters-table.ts';

test('the README has the table of parameters; after a change run `pnpm build && pnpm run docs` in packages/protocol', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const table = /<!-- parameters:start -->\n([\s\S]*?)\n<!-- parameters:end -->/.exec(readme)?.[1];
  expect(table).toBe(renderParametersTable());
});

test('every parameter has a row with its default', () => {
  const rows = renderParametersTable().split('\n').slice(2);
  expect(rows).toHaveLength(Object.keys(PARAMETERS).length);
  expect(rows[0]).toContain('| `formula` |');
  expect(rows[0]).toContain('| required |');
  expect(rows.find((row) => row.startsWith('| `initial_temp`'))).toContain('| a number above 0 | `100` |');
});
