import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { renderTables, withTables } from './document.ts';
import { METHODS } from './methods.ts';
import { renderPlot } from './plot.ts';
import { PROBLEMS } from './problems.ts';
import { cellsOf, type StudyResults } from './results.ts';

const docs = new URL('../../../docs/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, docs), 'utf8');
const results: StudyResults = JSON.parse(read('study.json'));
const tables = renderTables(results);

describe('docs/study.json', () => {
  test('has the cells of the problems and methods of the code, in their order; after a change run `npm run study`', () => {
    const declared = cellsOf().map(({ problem, method, steps }) => [problem.name, method.name, steps]);
    expect(results.cells.map(({ problem, method, steps }) => [problem, method, steps])).toEqual(declared);
  });

  test('has a first step within the run, or none, for every seed', () => {
    for (const { steps, first_steps } of results.cells) {
      const firstSteps = first_steps.split(' ');
      expect(firstSteps).toHaveLength(results.seeds);
      const found = firstSteps.filter((step) => step !== '-').map(Number);
      expect(found.every((step) => Number.isInteger(step) && step >= 1 && step <= steps)).toBe(true);
    }
  });
});

describe('what stands in docs is what the results say; after a change run `npm run study -- --render`', () => {
  test('the tables', () => expect(withTables(read('study.md'), tables)).toBe(read('study.md')));
  test('the plot', () => expect(renderPlot(results)).toBe(read('study.svg')));
});

test('the tables name every problem and method, and a problem table has a row for each method', () => {
  for (const { title } of PROBLEMS) expect(tables).toContain(title.replaceAll('|', '\\|'));
  const last = tables.slice(tables.lastIndexOf('### '));
  for (const { name } of METHODS) expect(last).toContain(`| ${name} |`);
});

test('a document without the marks is refused', () => {
  expect(() => withTables('# The study', tables)).toThrow(/tables:start/);
});
