import { pathToFileURL } from 'node:url';
import { bootstrap } from './support/bootstrap.mjs';
import { Failure, runScript } from './support/failure.mjs';
import { fromRoot } from './support/root.mjs';
import { runTurbo } from './support/run.mjs';

await runScript(async () => {
  await bootstrap();
  console.error('Building …');
  const built = await runTurbo(['build', '--filter=@webfaulon/api...', '--filter=@webfaulon/web...'], {
    collect: true,
  });
  if (built.code !== 0) throw new Failure(`${built.output}\nThe server and its page could not be built.`);
});

// The server runs in this very process, not in a child: signals and exit code are the server's own. For the same reason
// package.json says `exec`: npm sends its signals to a shell, and one that waits for node would die of them alone. The
// shell of Windows knows no exec, and goes on behind the ||.
if (process.exitCode === undefined) {
  const main = fromRoot('apps', 'api', 'dist', 'main.js');
  process.argv[1] = main;
  await import(pathToFileURL(main));
}
