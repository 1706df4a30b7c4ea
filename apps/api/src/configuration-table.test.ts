import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
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

test('a container is handed every variable but that of the page, which its image has', () => {
  const compose = readFileSync(new URL('../../../docker-compose.yml', import.meta.url), 'utf8');
  const { environment } = (parse(compose) as { services: { api: { environment: object } } }).services.api;
  const names = CONFIGURATION_VARIABLES.map(({ name }) => name).filter((name) => name !== 'PAGE_DIRECTORY');
  expect(Object.keys(environment).toSorted()).toEqual(names.toSorted());
});
