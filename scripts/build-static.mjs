import { bootstrap } from './support/bootstrap.mjs';
import { Failure, runScript } from './support/failure.mjs';
import { runTurbo } from './support/run.mjs';

/** Builds the page so that it needs no server: any static host can serve the folder, under any path. */
await runScript(async () => {
  await bootstrap();
  const { code, output } = await runTurbo(['build:static', '--filter=@webfaulon/web'], { collect: true });
  if (code !== 0) throw new Failure(`${output}\nThe page could not be built.`);
  console.log('The page is in apps/web/dist-static.');
});
