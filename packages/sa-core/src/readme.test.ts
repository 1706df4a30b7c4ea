import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { DEFAULT_CONFIGURATION } from './annealing/defaults.ts';
import { SA_CORE_ERRORS } from './errors.ts';
import * as saCore from './index.ts';
import { installPackedProject, type PackedProject } from './testing/packed-project.ts';

jest.setTimeout(120_000);

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const BLOCKS = [...README.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code!);
/** A block that begins with the name of a file is that file; the others are programs. */
const FILE_NAME = /^\/\/ ([a-z-]+\.js)\n/;
const EXAMPLES = BLOCKS.filter((code) => !FILE_NAME.test(code));

/** The rows of the table under a heading, cell by cell. */
function tableUnder(heading: string): string[][] {
  const section = README.split(/^## /m).find((part) => part.startsWith(heading))!;
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

let project: PackedProject;

beforeAll(async () => {
  const files = BLOCKS.map((code) => [FILE_NAME.exec(code)?.[1] ?? exampleFile(code), code] as const);
  project = await installPackedProject(Object.fromEntries(files));
});

afterAll(async () => {
  await project?.remove();
});

function exampleFile(code: string): string {
  return `example-${EXAMPLES.indexOf(code) + 1}.mjs`;
}

describe('the README', () => {
  test.each(['anneal', 'annealMany', 'advance', 'enumerateIsomers', 'AskTellAnnealer', 'Discovery'])(
    'has an example of %s',
    (name) => {
      expect(EXAMPLES.filter((code) => new RegExp(`^import \\{[^}]*\\b${name}\\b`).test(code))).not.toEqual(
        [],
      );
    },
  );

  test.each(EXAMPLES.map((code, i) => [i + 1, code] as const))(
    'example %i prints what its comments say',
    async (_, code) => {
      const said = code
        .split('\n')
        .flatMap((line) => (line.startsWith('// -> ') ? [line.slice('// -> '.length)] : []));
      expect(said.length).toBeGreaterThan(0);
      expect(await project.node(exampleFile(code))).toBe(`${said.join('\n')}\n`);
    },
  );

  test('lists every parameter with its default', () => {
    const documented = tableUnder('Parameters').map(([name, value]) => [name!.slice(1, -1), value]);
    const actual = Object.entries(DEFAULT_CONFIGURATION).map(([name, value]) => [
      name,
      `\`${JSON.stringify(value)}\``,
    ]);
    expect(documented).toEqual([['formula', ''], ...actual]);
  });

  test('lists every built-in component with what it says of itself', () => {
    expect(tableUnder('Scores')).toEqual(
      saCore.BUILT_IN_COMPONENTS.map(({ name, description, resolution, costClass, maxHeavyAtoms = '' }) => [
        `\`${name}\``,
        description,
        `${resolution}`,
        costClass,
        `${maxHeavyAtoms}`,
      ]),
    );
  });

  test('lists every error with its meaning', () => {
    expect(tableUnder('Errors')).toEqual(
      Object.entries(SA_CORE_ERRORS).map(([code, text]) => [`\`${code}\``, text]),
    );
  });
});
