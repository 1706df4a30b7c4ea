import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { DEFAULT_CONFIGURATION } from './annealing/defaults.ts';
import { SA_CORE_ERRORS } from './errors.ts';
import * as saCore from './index.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const EXAMPLES = [...README.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code!);

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

/** Runs an example with its import turned into a reading of this package's exports; tells what it printed. */
function run(example: string): string[] {
  const imports = /^import (\{[^}]*\}) from '@webfaulon\/sa-core';\n/;
  const [, names] = imports.exec(example)!;
  for (const name of names!.slice(1, -1).split(',')) expect(Object.keys(saCore)).toContain(name.trim());
  const printed: string[] = [];
  const console = { log: (...values: unknown[]) => printed.push(values.map(String).join(' ')) };
  const body = example.replace(imports, `const ${names} = saCore;\n`);
  new Function('saCore', 'console', body)(saCore, console);
  return printed;
}

describe('the README', () => {
  test('has five examples', () => {
    expect(EXAMPLES).toHaveLength(5);
  });

  test.each(EXAMPLES.map((code, i) => [i + 1, code] as const))(
    'example %i prints what its comments say',
    (_, code) => {
      const said = code
        .split('\n')
        .flatMap((line) => (line.startsWith('// -> ') ? [line.slice('// -> '.length)] : []));
      expect(said.length).toBeGreaterThan(0);
      expect(run(code)).toEqual(said);
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
