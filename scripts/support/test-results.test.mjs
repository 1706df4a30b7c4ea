import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { splitArguments } from './test-plan.mjs';
import { addUp, describeResults, readTestResults } from './test-results.mjs';

describe('the results of a workspace', () => {
  let folder;
  const read = (numbers) => {
    const none = {
      numPassedTests: 0,
      numFailedTests: 0,
      numRuntimeErrorTestSuites: 0,
      numPendingTests: 0,
      numTodoTests: 0,
    };
    const file = join(folder, 'test-results.json');
    writeFileSync(file, JSON.stringify({ ...none, ...numbers }));
    return readTestResults(file);
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'webfaulon-results-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('count what passed, failed and was skipped', () => {
    const counted = read({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
    assert.deepEqual(counted, { passed: 5, failed: 2, skipped: 2, problem: null });
    assert.equal(describeResults('core', counted), 'core: 5 passed, 2 failed, 2 skipped');
  });

  it('count a suite that does not load as a failure', () => {
    assert.equal(read({ numPassedTests: 5, numRuntimeErrorTestSuites: 1 }).failed, 1);
  });

  it('are a failure when no test ran', () => {
    assert.equal(read({ numPendingTests: 3 }).failed, 1);
    assert.equal(describeResults('core', read({})), 'core: ran no test');
  });

  it('are a failure when there are none', () => {
    assert.equal(readTestResults(join(folder, 'missing.json')).failed, 1);
  });

  it('add up', () => {
    const total = addUp([read({ numPassedTests: 5 }), read({ numPassedTests: 7, numFailedTests: 1 })]);
    assert.deepEqual(total, { passed: 12, failed: 1, skipped: 0 });
  });
});

describe('the arguments of npm test', () => {
  it("are turbo's before a double dash and Jest's after it", () => {
    assert.deepEqual(splitArguments(['--filter=x', '--', '-t', 'name']), {
      turboArgs: ['--filter=x'],
      jestArgs: ['-t', 'name'],
    });
    assert.deepEqual(splitArguments(['--force']), { turboArgs: ['--force'], jestArgs: [] });
  });
});
