import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ROOT } from '../support/root.mjs';
import { findTurnedArrows } from './dependency-arrows.mjs';

const SA_CORE = 'packages/sa-core/src';
const API = 'apps/api/src';

const manifest = (name, dependencies = {}) =>
  JSON.stringify({
    name,
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    dependencies,
    devDependencies: { 'fast-check': '1.0.0' },
  });

const library = (name) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
  [`node_modules/${name}/index.js`]: '',
});

/** A small tree with every arrow the right way round; each test below turns one. */
const TREE = {
  'packages/sa-core/package.json': manifest('@webfaulon/sa-core'),
  [`${SA_CORE}/index.ts`]: "export { anneal } from './annealing/anneal.ts';",
  [`${SA_CORE}/errors.ts`]: 'export const error = 1;',
  [`${SA_CORE}/molecule/graph.ts`]: "import { error } from '../errors.ts'; export const graph = error;",
  [`${SA_CORE}/molecule/graph.test.ts`]:
    "import 'node:fs'; import 'fast-check'; import '../annealing/anneal.ts';",
  [`${SA_CORE}/displacement/move.ts`]:
    "import type { graph } from '../molecule/graph.ts'; export type G = typeof graph;",
  [`${SA_CORE}/scoring/score.ts`]: "export { graph } from '../molecule/graph.ts';",
  [`${SA_CORE}/annealing/anneal.ts`]:
    "import '../displacement/move.ts'; export { graph as anneal } from '../scoring/score.ts';",
  'packages/chemistry/package.json': manifest('@webfaulon/chemistry', { openchemlib: '1.0.0' }),
  'packages/chemistry/src/index.ts': "import 'openchemlib'; export { anneal } from '@webfaulon/sa-core';",
  'packages/protocol/package.json': manifest('@webfaulon/protocol', { zod: '1.0.0' }),
  'packages/protocol/src/index.ts': "import 'zod'; export { anneal } from '@webfaulon/sa-core';",
  'packages/client/package.json': manifest('@webfaulon/client'),
  'packages/client/src/index.ts': "import '@webfaulon/protocol'; export const client = 1;",
  'apps/api/package.json': manifest('@webfaulon/api', { express: '1.0.0' }),
  [`${API}/main.ts`]: "import './app.ts';",
  [`${API}/app.ts`]: "import './routes/status.ts';",
  [`${API}/config.ts`]: "import 'node:fs'; export const config = 1;",
  [`${API}/routes/status.ts`]: "import 'express'; import '../sessions/session.ts'; import '../config.ts';",
  [`${API}/sessions/session.ts`]: "import '../annealing/pool.ts'; export const session = 1;",
  [`${API}/streaming/stream.ts`]: "import '../sessions/session.ts'; export const stream = 1;",
  [`${API}/annealing/pool.ts`]:
    "import '@webfaulon/sa-core'; import '@webfaulon/chemistry'; export const pool = 1;",
  'apps/load/package.json': manifest('@webfaulon/load'),
  'apps/load/src/index.ts':
    "import '@webfaulon/client'; import '@webfaulon/protocol'; export const load = 1;",
  ...Object.assign({}, ...['openchemlib', 'zod', 'express', 'fast-check', 'lodash'].map(library)),
};

/** [what is turned round, the file that does it, its text, a part of the name of the rule that must object] */
const TURNED = [
  ['sa-core imports chemistry', `${SA_CORE}/a.ts`, "import '@webfaulon/chemistry';", 'no other workspace'],
  [
    'a test of sa-core imports chemistry',
    `${SA_CORE}/a.test.ts`,
    "import '@webfaulon/chemistry';",
    'no other workspace',
  ],
  [
    'sa-core imports a type of protocol',
    `${SA_CORE}/a.ts`,
    "import type { x } from '@webfaulon/protocol';",
    'no other w',
  ],
  [
    'sa-core names a type of protocol',
    `${SA_CORE}/a.ts`,
    "export { type x } from '@webfaulon/protocol';",
    'no other w',
  ],
  [
    'sa-core loads chemistry later',
    `${SA_CORE}/a.ts`,
    "export const x = () => import('@webfaulon/chemistry');",
    'no other',
  ],
  ['sa-core imports a library', `${SA_CORE}/a.ts`, "import 'lodash';", 'depends on nothing'],
  [
    'sa-core imports a module of Node',
    `${SA_CORE}/a.ts`,
    "import { readFileSync } from 'node:fs';",
    'runs in a browser',
  ],
  ['sa-core imports a bare module of Node', `${SA_CORE}/a.ts`, "import 'fs';", 'runs in a browser'],
  [
    'chemistry imports protocol',
    'packages/chemistry/src/a.ts',
    "import '@webfaulon/protocol';",
    'imports packages/sa-core',
  ],
  [
    'chemistry imports a library',
    'packages/chemistry/src/a.ts',
    "import 'lodash';",
    'depends on openchemlib',
  ],
  [
    'protocol imports chemistry',
    'packages/protocol/src/a.ts',
    "import '@webfaulon/chemistry';",
    'imports packages/sa-core',
  ],
  ['protocol imports a library', 'packages/protocol/src/a.ts', "import 'lodash';", 'depends on zod'],
  [
    'client imports sa-core',
    'packages/client/src/a.ts',
    "import '@webfaulon/sa-core';",
    'imports packages/protocol',
  ],
  ['api imports client', `${API}/a.ts`, "import '@webfaulon/client';", 'apps/api imports'],
  ['api imports openchemlib', `${API}/a.ts`, "import 'openchemlib';", 'only chemistry imports openchemlib'],
  [
    'a package imports an app',
    'packages/client/src/a.ts',
    "import '../../../apps/api/src/app.ts';",
    'imports packages/protocol',
  ],
  ['an app imports an app', 'apps/load/src/a.ts', "import '../../api/src/app.ts';", 'apps/load imports'],
  [
    'a path leads into another workspace',
    `${API}/a.ts`,
    "import '../../../packages/sa-core/src/errors.ts';",
    'by its name',
  ],
  [
    'a name leads past the exports',
    `${API}/a.ts`,
    "import '@webfaulon/sa-core/src/errors.ts';",
    'every import is found',
  ],
  [
    'molecule imports scoring',
    `${SA_CORE}/molecule/a.ts`,
    "import '../scoring/score.ts';",
    'molecule imports',
  ],
  [
    'displacement imports scoring',
    `${SA_CORE}/displacement/a.ts`,
    "import '../scoring/score.ts';",
    'displacement imports',
  ],
  [
    'scoring imports displacement',
    `${SA_CORE}/scoring/a.ts`,
    "import '../displacement/move.ts';",
    'scoring imports',
  ],
  [
    'scoring imports annealing',
    `${SA_CORE}/scoring/a.ts`,
    "import '../annealing/anneal.ts';",
    'scoring imports',
  ],
  [
    'a folder imports the index above it',
    `${SA_CORE}/annealing/a.ts`,
    "import '../index.ts';",
    'annealing imports',
  ],
  [
    'a folder without a place',
    `${SA_CORE}/a.ts`,
    "import './stray/b.ts';",
    'place in the picture',
    `${SA_CORE}/stray/b.ts`,
  ],
  ['sessions import routes', `${API}/sessions/a.ts`, "import '../routes/status.ts';", 'sessions imports'],
  [
    'annealing imports sessions',
    `${API}/annealing/a.ts`,
    "import '../sessions/session.ts';",
    'annealing imports',
  ],
  ['streaming imports routes', `${API}/streaming/a.ts`, "import '../routes/status.ts';", 'streaming imports'],
  ['a file imports main', `${API}/a.ts`, "import './main.ts';", 'nothing imports main'],
  [
    'two files import each other',
    `${API}/a.ts`,
    "import './b.ts';",
    'no circle',
    `${API}/b.ts`,
    "import './a.ts';",
  ],
  [
    'two types import each other',
    `${API}/a.ts`,
    "import type {} from './b.ts';",
    'no circle',
    `${API}/b.ts`,
    "import type {} from './a.ts';",
  ],
  ['code imports a test', `${SA_CORE}/a.ts`, "import './molecule/graph.test.ts';", 'no code imports a test'],
  ['code imports a development dependency', `${API}/a.ts`, "import 'fast-check';", 'development dependency'],
  ['an import leads nowhere', `${API}/a.ts`, "import './missing.ts';", 'every import is found'],
];

describe('the check of the dependency arrows', () => {
  let root;
  const add = (files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'webfaulon-arrows-'));
    add(TREE);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is content with this repository', async () => assert.deepEqual(await findTurnedArrows(ROOT), []));

  it('is content with a tree that follows the picture', async () =>
    assert.deepEqual(await findTurnedArrows(root), []));

  for (const [name, file, text, rule, otherFile, otherText = ''] of TURNED) {
    it(`fails when ${name}`, async () => {
      add({ [file]: text, ...(otherFile && { [otherFile]: otherText }) });
      const found = await findTurnedArrows(root);
      assert.ok(
        found.some((sentence) => sentence.includes(file) && sentence.includes(rule)),
        `no rule "${rule}" objected to ${file}; found: ${JSON.stringify(found, null, 2)}`,
      );
    });
  }

  it('fails when a workspace has no place in the picture', async () => {
    add({ 'packages/stray/package.json': manifest('@webfaulon/stray'), 'packages/stray/src/index.ts': '' });
    assert.match((await findTurnedArrows(root)).join('\n'), /packages\/stray has no place in the picture/);
  });
});
