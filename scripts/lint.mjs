import { bootstrap } from './support/bootstrap.mjs';
import { runScript } from './support/failure.mjs';
import { runTool, runTurbo } from './support/run.mjs';

const CHECKS = ['lint:format', 'lint:arrows', 'lint:unused', 'lint:containers', 'lint:size'];

// Every check runs, also after one has failed; turbo names those that did. With --fix Biome first mends what it can.
await runScript(async () => {
  await bootstrap();
  if (process.argv.includes('--fix')) await runTool('@biomejs/biome/bin/biome', ['check', '--write']);
  const { code } = await runTurbo([...CHECKS, '--continue']);
  console.log(
    code === 0 ? 'Nothing to object to.' : 'The checks named above as failed have something to object to.',
  );
  return code;
});
