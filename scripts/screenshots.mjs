import { bootstrap } from './support/bootstrap.mjs';
import { runScript } from './support/failure.mjs';
import { runTurbo } from './support/run.mjs';

/** Takes the pictures of the page anew that the README and docs/page.md show. */
await runScript(async () => {
  await bootstrap();
  const { code } = await runTurbo(['screenshots', '--filter=@webfaulon/web']);
  return code;
});
