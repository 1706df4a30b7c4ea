import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Failure } from './failure.mjs';
import { runTurbo } from './run.mjs';
import { planTests } from './test-plan.mjs';
import { addUp, describeResults, readTestResults } from './test-results.mjs';

/**
 * Runs tasks that leave numbers of tests behind, tells what each workspace's came to, and answers the total. Whatever
 * went wrong counts as a failure.
 */
export async function countedRun({ tasks, turboArgs, jestArgs, resultsFile, env }) {
  const planned = await planTests(tasks, turboArgs, resultsFile);
  if (planned.length === 0) throw new Failure('No workspace was chosen, so nothing was tested.');
  // Numbers of an earlier run must not be taken for this one's; what turbo remembers it writes again.
  for (const { resultsFile: file } of planned) rmSync(file, { force: true });

  // A task a core: most of them use one, and those that wait for a server or a page would only wait longer.
  const concurrency = turboArgs.some((arg) => arg.startsWith('--concurrency'))
    ? []
    : [`--concurrency=${Math.max(2, availableParallelism())}`];
  const flags = ['--continue=dependencies-successful', ...concurrency, ...turboArgs];
  const args = [...tasks, ...flags, '--', ...jestArgs];
  const { code } = await runTurbo(args, { env });

  const results = planned.map(({ name, resultsFile: file }) => ({ name, ...readTestResults(file) }));
  for (const { name, ...result } of results) console.log(describeResults(name, result));
  const total = addUp(results);
  // A failed build or type check has no number of its own in the total.
  return code !== 0 && total.failed === 0 ? { ...total, failed: 1 } : total;
}
