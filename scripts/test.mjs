import { bootstrap } from './support/bootstrap.mjs';
import { countedRun } from './support/counted-run.mjs';
import { runScript } from './support/failure.mjs';
import { splitArguments } from './support/test-plan.mjs';

const { turboArgs, jestArgs } = splitArguments(process.argv.slice(2));

/** Whoever reads the last line, a person or a program, must find one whatever happened before it. */
let total = { passed: 0, failed: 1 };

await runScript(async () => {
  await bootstrap();
  // Arguments for Jest mean nothing to the type checker, so with them only Jest runs.
  const tasks = jestArgs.length > 0 ? ['test'] : ['typecheck', 'test', 'test:scripts'];
  total = await countedRun({ tasks, turboArgs, jestArgs, resultsFile: 'test-results.json' });
  return total.failed === 0 ? 0 : 1;
});

console.log(`${total.passed} passed, ${total.failed} failed`);
