import { chdir, env } from 'node:process';
import { pathToFileURL } from 'node:url';
import { bootstrap } from './support/bootstrap.mjs';
import { Failure, runScript } from './support/failure.mjs';
import { fromRoot } from './support/root.mjs';
import { runTurbo } from './support/run.mjs';

/** Whoever has everything built already is told nothing. */
const MILLISECONDS_BEFORE_A_WORD = 1500;

// Standard output belongs to the results, so whatever is told here goes to standard error.
await runScript(async () => {
  await bootstrap();
  const word = setTimeout(() => console.error('Building …'), MILLISECONDS_BEFORE_A_WORD);
  const built = await runTurbo(['build', '--filter=@webfaulon/cli...'], { collect: true });
  clearTimeout(word);
  if (built.code !== 0) throw new Failure(`${built.output}\nThe command-line tool could not be built.`);
});

// The program runs in this very process, not in a child: signals and exit code are its own.
if (process.exitCode === undefined) {
  // npm goes to the root of the repository, but paths are meant from where it was called.
  if (env.npm_lifecycle_event === 'webfaulon' && env.INIT_CWD) chdir(env.INIT_CWD);
  const main = fromRoot('apps', 'cli', 'dist', 'main.js');
  process.argv[1] = main;
  await import(pathToFileURL(main));
}
