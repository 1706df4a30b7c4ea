import { bootstrap } from './support/bootstrap.mjs';
import { runScript } from './support/failure.mjs';
import { run, runTurbo } from './support/run.mjs';

// How soon annealing and what it has to beat find proven optima: half an hour, into docs/study.*. `-- --help` says more.
await runScript(async () => {
  await bootstrap();
  const built = await runTurbo(['build', '--filter=@webfaulon/study', '--output-logs=errors-only'], {
    toStderr: true,
  });
  if (built.code !== 0) return built.code;
  const { code } = await run(process.execPath, ['apps/study/dist/main.js', ...process.argv.slice(2)]);
  return code;
});
