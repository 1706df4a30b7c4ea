import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { inShell } from './testing/run-webfaulon.ts';
import { folderOf } from './testing/score-modules.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const README = read('../README.md');
const ROOT_README = read('../../../README.md');

const blocksOf = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block]) => block!);

/** The commands of a block, each with the lines that it is said to print. */
function examplesOf(block: string): { command: string; printed: string[] }[] {
  const examples: { command: string; printed: string[] }[] = [];
  for (const line of block.replaceAll('\\\n', '').split('\n').filter(Boolean)) {
    if (line.startsWith('# -> ')) examples.at(-1)!.printed.push(line.slice('# -> '.length));
    else examples.push({ command: line.replace('npm run -s webfaulon --', 'webfaulon'), printed: [] });
  }
  return examples;
}

const rootSection = /^## Use the command line\n([\s\S]*?)^## /m.exec(ROOT_README)![1]!;
const [scoreModule] = blocksOf(README, 'js');
const folder = folderOf({ 'rings-of-three.js': scoreModule!, 'my-score.js': scoreModule! });
afterAll(folder.remove);

const examples = [README, rootSection].flatMap((text) => blocksOf(text, 'sh').flatMap(examplesOf));

describe('the examples of the READMEs', () => {
  test('are all there', () => {
    expect(examples.length).toBeGreaterThan(8);
    expect(examples.filter(({ printed }) => printed.length > 0).length).toBeGreaterThan(5);
  });

  test.each(examples.map(({ command, printed }) => [command, printed] as const))(
    '%s',
    async (command, printed) => {
      const { stdout, stderr, exitCode } = await inShell(command, { cwd: folder.path });
      expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
      if (printed.length > 0) expect(stdout.split('\n').slice(0, -1)).toEqual(printed);
      else expect(stdout).not.toBe('');
    },
  );
});
