import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { installPackedProject, type PackedProject } from './testing/packed-project.ts';

jest.setTimeout(120_000);

/** Uses every kind of export with its types, and nothing of Node or of a browser. */
const USE = `
import {
  type AnnealedRun, anneal, annealMany, AskTellAnnealer, canonicalKekuleSmiles, type Configuration, enumerateIsomers,
  SaCoreError, type ScoringComponent,
} from '@webfaulon/sa-core';
import { anneal as annealAlone } from '@webfaulon/sa-core/anneal';

export const atoms: ScoringComponent = {
  name: 'atoms', version: 1, description: 'Heavy atoms', unit: '1', resolution: 1,
  score: (graph, shared) => graph.elements.length + (shared?.distances.length ?? 0),
};
const configuration: Configuration = { formula: 'C5H12', steps_per_cycle: 100, component_weights: { atoms: 1 } };
for (const step of anneal(configuration, { components: [atoms] })) {
  const smiles: string = canonicalKekuleSmiles(step.best);
  const score: number | undefined = step.componentScores['atoms'];
  if (smiles === '' || score !== 5) throw new SaCoreError('run_failed', 'No isomer of pentane.');
}
for (const { best } of annealAlone(configuration, { components: [atoms] })) if (best.elements.length !== 5) throw 0;
export async function runs(): Promise<AnnealedRun[]> {
  const found: AnnealedRun[] = [];
  for await (const run of annealMany({ formula: 'C5H12' }, [1, 2], { threads: 2, discover: true })) found.push(run);
  return found;
}
const proposed = new AskTellAnnealer(configuration, { name: 'told', resolution: 1 }).propose();
// @ts-expect-error: only a molecule has one
proposed.molecule;
export const count: number = [...enumerateIsomers('C5H12')].length;
// @ts-expect-error: the formula is required
export const wrong: Configuration = { seed: 1 };
`;
const CHECK = `
import { atoms, count, runs } from './use.js';
console.log(atoms.name, count, (await runs()).map(({ bestSmiles }) => bestSmiles).join(' '));
`;
const TSCONFIG = JSON.stringify({
  compilerOptions: {
    target: 'ES2023',
    lib: ['ES2023'],
    module: 'NodeNext',
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    // The types of the package are judged, too.
    skipLibCheck: false,
  },
  include: ['use.ts'],
});

let project: PackedProject;

beforeAll(async () => {
  project = await installPackedProject({ 'use.ts': USE, 'check.js': CHECK, 'tsconfig.json': TSCONFIG });
});

afterAll(async () => {
  await project?.remove();
});

describe('the packed package, installed in a project elsewhere', () => {
  test('brings its licence, its README and what it is built to, and nothing for tests', async () => {
    const folder = join(project.folder, 'node_modules/@webfaulon/sa-core');
    const files = (await readdir(folder, { recursive: true })).filter(
      (file) => file.includes('.') || file === 'LICENSE',
    );
    for (const file of ['LICENSE', 'README.md', 'package.json', 'dist/index.js', 'dist/index.d.ts']) {
      expect(files).toContain(file);
    }
    expect(files.filter((file) => /test|fixtures|bench|jest/.test(file))).toEqual([]);
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(manifest).toMatchObject({ license: 'MIT', type: 'module' });
    expect(manifest).not.toHaveProperty('dependencies');
  });

  test('has types that need neither those of Node nor of the DOM, and it runs', async () => {
    await project.typecheck();
    expect(await project.node('check.js')).toBe('atoms 3 CC(C)(C)C CC(C)(C)C\n');
  });

  test('gives bundlers that ask for it the file of its worker', async () => {
    const resolve = "console.log(import.meta.resolve('@webfaulon/sa-core/anneal-many.worker.js'))";
    const told = await project.node('--input-type=module', '--eval', resolve);
    expect(told.trim()).toMatch(/sa-core\/dist\/ensemble\/anneal-many\.worker\.js$/);
  });
});
