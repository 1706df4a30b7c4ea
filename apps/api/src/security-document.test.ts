import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { PROBLEMS } from '@webfaulon/protocol';
import { CONFIGURATION_VARIABLES } from './configuration-variables.ts';

const ROOT = new URL('../../../', import.meta.url);
const document = readFileSync(new URL('docs/security.md', ROOT), 'utf8');
const rows = document.split('\n').filter((line) => /^\| (?!who \|)/.test(line));

test('every threat has at least one test, and every test that is named is there', () => {
  expect(rows.length).toBeGreaterThan(15);
  for (const row of rows) {
    const files = [...(row.split(' | ').at(-1) ?? '').matchAll(/`([^`]+)`/g)].map(([, file]) => file!);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      expect(file).toMatch(/\.(test|verify)\.ts$/);
      expect([file, existsSync(new URL(file, ROOT))]).toEqual([file, true]);
    }
  }
});

test('every variable and every status that it speaks of is one that the server has', () => {
  const variables = new Set(document.match(/\b(MAX|ALLOWED|TRUST)_[A-Z_]+\b/g));
  expect(variables.size).toBeGreaterThan(5);
  const known = CONFIGURATION_VARIABLES.map(({ name }) => String(name));
  for (const name of variables) expect(known).toContain(name);
  const statuses = new Set(document.match(/\b[45]\d\d\b/g));
  for (const status of statuses) {
    expect(Object.values(PROBLEMS).map((problem) => String(problem.status))).toContain(status);
  }
});
