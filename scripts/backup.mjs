import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap } from './support/bootstrap.mjs';
import { Failure, runScript } from './support/failure.mjs';
import { fromRoot } from './support/root.mjs';
import { runTurbo } from './support/run.mjs';

// npm run backup -- <folder>: copies what the server keeps, while it runs.
await runScript(async () => {
  await bootstrap();
  const built = await runTurbo(['build', '--filter=@webfaulon/api...'], { collect: true });
  if (built.code !== 0) throw new Failure(`${built.output}\nThe server could not be built.`);
});

if (process.exitCode === undefined) {
  // npm goes to the root of the repository, but the folder is meant from where it was called. DATA_DIR, as for the server, is not.
  const [, , folder] = process.argv;
  if (folder) process.argv[2] = resolve(process.env.INIT_CWD ?? '.', folder);
  await import(pathToFileURL(fromRoot('apps', 'api', 'dist', 'store', 'backup.program.js')));
}
