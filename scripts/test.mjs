import { rmSync } from 'node:fs';
import { bootstrap } from './support/bootstrap.mjs';
import { Failure, runScript } from './support/failure.mjs';
import { runTurbo } from './support/run.mjs';
import { planTests, splitArguments } from './support/test-plan.mjs';
import { addUp, describeResults, readTestResults } from './support/test-results.mjs';

const { turboArgs, jestArgs } = splitArguments(process.argv.slice(2));

/** Whoever reads the last line, a person or a program, must find one whatever happened before it. */
let total = { passed: 0, failed: 1 };

await runScript(async () => {
  await bootstrap();
  // Arguments for Jest mean nothing to the type checker, so with them only Jest runs.
  const tasks = jestArgs.length > 0 ? ['test'] : ['typecheck', 'test', 'test:scripts'];
  const planned = await planTests(tasks, turboArgs);
  if (planned.length === 0) throw new Failure('No workspace was chosen, so nothing was tested.');
  // Numbers of an earlier run must not be taken for this one's; what turbo remembers it writes again.
  for (const { resultsFile } of planned) rmSync(resultsFile, { force: true });

  const args = [...tasks, '--continue=dependencies-successful', ...turboArgs, '--', ...jestArgs];
  const { code } = await runTurbo(args);

  const results = planned.map(({ name, resultsFile }) => ({ name, ...readTestResults(resultsFile) }));
  for (const { name, ...result } of results) console.log(describeResults(name, result));
  total = addUp(results);
  // A failed build or type check has no number of its own in the total.
  if (code !== 0 && total.failed === 0) total.failed = 1;
  return total.failed === 0 ? 0 : 1;
});

console.log(`${total.passed} passed, ${total.failed} failed`);
