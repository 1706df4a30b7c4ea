import { expect, test } from '@jest/globals';
import { METHODS, RUN_LENGTHS } from './methods.ts';
import { renderPlot } from './plot.ts';
import { PROBLEMS } from './problems.ts';
import { cellsOf, encodeFirstSteps, type StudyResults } from './results.ts';

/** All methods find the optimum at the same step, but for the random walk, which never does. */
const results: StudyResults = {
  seeds: 12,
  cells: cellsOf().map(({ problem, method, steps }) => ({
    problem: problem.name,
    method: method.name,
    steps,
    first_steps: encodeFirstSteps(new Array(12).fill(method.name === 'random walk' ? null : 1000)),
  })),
};
const svg = renderPlot(results);

test('has a dot for every method on every problem, and a cross for one that never finds the optimum', () => {
  const legend = 3;
  expect(svg.match(/<circle /g)).toHaveLength((METHODS.length - 1) * PROBLEMS.length + legend);
  expect(svg.match(/<path /g)).toHaveLength(PROBLEMS.length);
});

test('places 1,000 steps a quarter of the way from 100 to 1,000,000', () => {
  const xs = new Set([...svg.matchAll(/<circle cx="([\d.]+)" cy="(?!-4)/g)].map(([, x]) => Number(x)));
  expect([...xs]).toEqual([175 + 290 / 4]);
});

test('is well-formed: every element that is opened is closed, and nothing is unescaped or undefined', () => {
  const open: string[] = [];
  for (const [, end, name, selfClosed] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
    if (end) expect(open.pop()).toBe(name);
    else if (!selfClosed) open.push(name!);
  }
  expect(open).toEqual([]);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  expect(svg.replaceAll(/&(amp|lt|gt|quot);/g, '')).not.toContain('&');
});

test('lengths ascend, so that the last is the longest', () => {
  expect([...RUN_LENGTHS].sort((a, b) => a - b)).toEqual([...RUN_LENGTHS]);
});
