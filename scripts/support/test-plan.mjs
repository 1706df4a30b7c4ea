import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { ROOT } from './root.mjs';
import { runTurbo } from './run.mjs';

const TASKS_WITH_RESULTS = ['test', 'test:scripts', 'verify'];

/** The workspaces whose tests turbo is about to run, each with the file that must hold its results afterwards. */
export async function planTests(tasks, turboArgs, resultsFile) {
  const { code, output } = await runTurbo([...tasks, '--dry=json', ...turboArgs], { collect: true });
  if (code !== 0) throw new Failure(output);
  const plan = JSON.parse(output.slice(output.indexOf('{')));
  return plan.tasks
    .filter(({ task, command }) => TASKS_WITH_RESULTS.includes(task) && command !== '<NONEXISTENT>')
    .map(({ package: name, directory }) => ({
      name: name === '//' ? 'scripts' : name,
      resultsFile: join(ROOT, directory, resultsFile),
    }));
}

/** `npm test -- --filter=x -- -t "name"`: what stands before the second -- is turbo's, what stands after it is Jest's. */
export function splitArguments(args) {
  const at = args.indexOf('--');
  return at < 0
    ? { turboArgs: args, jestArgs: [] }
    : { turboArgs: args.slice(0, at), jestArgs: args.slice(at + 1) };
}
