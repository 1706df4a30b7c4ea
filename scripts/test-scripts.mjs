import { readdirSync, writeFileSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fromRoot } from './support/root.mjs';

// The scripts' own tests run on Node's test runner, so that they need no compiling, and leave their numbers in a file
// of the kind that Jest writes for every workspace.
const files = readdirSync(fromRoot('scripts'), { recursive: true })
  .filter((file) => file.endsWith('.test.mjs'))
  .map((file) => fromRoot('scripts', file));

const counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
const count = (key) => (event) => {
  // Suites, and files without a test, are reported like tests, but are none.
  if (event.details.type === 'suite' || (event.name === event.file && key !== 'numFailedTests')) return;
  if (event.skip !== undefined) counts.numPendingTests += 1;
  else if (event.todo !== undefined) counts.numTodoTests += 1;
  else counts[key] += 1;
};

const events = run({ files, concurrency: false });
events.on('test:pass', count('numPassedTests'));
events.on('test:fail', count('numFailedTests'));
events.once('end', () => {
  writeFileSync(fromRoot('test-results.json'), JSON.stringify({ ...counts, numRuntimeErrorTestSuites: 0 }));
  process.exitCode = counts.numFailedTests > 0 ? 1 : 0;
});
events.compose(new spec()).pipe(process.stdout);
