import { chdir, env } from 'node:process';
import { pathToFileURL } from 'node:url';
import { bootstrap } from './support/bootstrap.mjs';
import { Failure, runScript } from './support/failure.mjs';
import { fromRoot } from './support/root.mjs';
import { runTurbo } from './support/run.mjs';

// How much the server bears, and whether it shows under load what it must: docs/load.md. `-- --help` says more.
await runScript(async () => {
  await bootstrap();
  const built = await runTurbo(['build', '--filter=@webfaulon/api...', '--filter=@webfaulon/load...'], {
    collect: true,
  });
  if (built.code !== 0) throw new Failure(`${built.output}\nThe server and its load could not be built.`);
});

// The program runs in this very process, not in a child: signals and exit code are its own.
if (process.exitCode === undefined) {
  // npm goes to the root of the repository, but paths are meant from where it was called.
  if (env.npm_lifecycle_event === 'load' && env.INIT_CWD) chdir(env.INIT_CWD);
  const main = fromRoot('apps', 'load', 'dist', 'main.js');
  process.argv[1] = main;
  await import(pathToFileURL(main));
}
