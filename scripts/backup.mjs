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
  await import(pathToFileURL(fromRoot('apps', 'api', 'dist', 'store', 'backup.program.js')));
}
