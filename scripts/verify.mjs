import { bootstrap } from './support/bootstrap.mjs';
import { countedRun } from './support/counted-run.mjs';
import { runScript } from './support/failure.mjs';
import { splitArguments } from './support/test-plan.mjs';

// The proofs that take too long for `npm test`: one after the other, as some of them load the machine. With --short
// each covers a part of what it promises, and all together take minutes.
const given = process.argv.slice(2);
const { turboArgs, jestArgs } = splitArguments(given.filter((arg) => arg !== '--short'));

/** Whoever reads the last line, a person or a program, must find one whatever happened before it. */
let total = { passed: 0, failed: 1 };

await runScript(async () => {
  await bootstrap();
  total = await countedRun({
    tasks: ['verify'],
    turboArgs: ['--concurrency=1', ...turboArgs],
    jestArgs,
    resultsFile: 'verify-results.json',
    env: { WEBFAULON_VERIFY: given.includes('--short') ? 'short' : 'whole' },
  });
  return total.failed === 0 ? 0 : 1;
});

console.log(`${total.passed} passed, ${total.failed} failed`);
