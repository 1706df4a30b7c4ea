import { existsSync } from 'node:fs';
import { readJson } from './root.mjs';

/**
 * What one workspace's test-results.json, written by Jest, adds to the total. Whatever keeps tests from being run
 * (no file, a suite that does not load, no test at all) counts as one that failed, so that it cannot pass unseen.
 */
export function readTestResults(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, problem: 'left no test results' };
  const results = readJson(file);
  const passed = results.numPassedTests;
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests + results.numTodoTests;
  if (passed + failed === 0) return { passed, failed: 1, skipped, problem: 'ran no test' };
  return { passed, failed, skipped, problem: null };
}

export function addUp(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

export function describeResults(name, { passed, failed, skipped, problem }) {
  const counts = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`];
  return `${name}: ${problem ?? counts.filter(Boolean).join(', ')}`;
}
