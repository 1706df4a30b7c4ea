import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { configurationTable } from './configuration-table.ts';
import { CONFIGURATION_VARIABLES } from './configuration-variables.ts';

test('the README has the table of variables; after a change run `pnpm build && pnpm run docs` in apps/api', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const between = /<!-- configuration:start -->\n([\s\S]*?)<!-- configuration:end -->/.exec(readme)?.[1];
  expect(between?.trim()).toBe(configurationTable());
});

test('a table has a row for each variable, with three cells that no text breaks', () => {
  const [, , ...rows] = configurationTable().split('\n');
  expect(rows).toHaveLength(CONFIGURATION_VARIABLES.length);
  for (const row of rows) expect(row).toMatch(/^\|(?: [^|\n]+ \|){3}$/);
});
