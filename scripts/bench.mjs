import { bootstrap } from './support/bootstrap.mjs';
import { runScript } from './support/failure.mjs';
import { runTurbo } from './support/run.mjs';

// One at a time, and never from the cache: a figure taken beside another benchmark, or last week, is none.
// What follows `npm run bench --` goes to the benchmarks, but for --filter=<package>, which chooses among them.
await runScript(async () => {
  await bootstrap();
  const isFilter = (arg) => arg.startsWith('--filter=');
  const args = process.argv.slice(2);
  const forBenchmarks = args.filter((arg) => !isFilter(arg));
  const { code } = await runTurbo([
    'bench',
    '--concurrency=1',
    ...args.filter(isFilter),
    '--',
    ...forBenchmarks,
  ]);
  return code;
});
