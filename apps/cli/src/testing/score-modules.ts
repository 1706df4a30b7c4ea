import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DOUBLE_BONDS = `{
  name: 'double_bonds', version: 1, description: 'Number of double bonds', unit: '1', resolution: 1,
  score: ({ bondOrders }) => bondOrders.filter((order) => order === 2).length / 2,
}`;

const component = (score: string) =>
  `export default { name: 'mine', version: 1, description: '', unit: '1', resolution: 1, ${score} };`;

/** Score modules by the name of their file, good and bad. */
export const SCORE_MODULES = {
  'list.js': `export const components = [${DOUBLE_BONDS}];`,
  'component.js': `export const component = ${DOUBLE_BONDS};`,
  'default.js': `export default ${DOUBLE_BONDS};`,
  'throws.js': component("score() { throw new TypeError('boom'); }"),
  'nan.js': component('score: () => Number.NaN'),
  'announced.js': `let isFirst = true;
    ${component("score() { if (isFirst) process.stderr.write('Scoring.\\n'); isFirst = false; return 1; }")}`,
  'no-score.js': component(''),
  'nothing.js': 'export const other = 1;',
  'syntax.js': 'export const = 1;',
} as const;

/** A folder with a package.json that makes .js files ES modules, and these files. */
export function folderOf(files: Readonly<Record<string, string>>): {
  path: string;
  remove: () => Promise<void>;
} {
  const path = mkdtempSync(join(tmpdir(), 'webfaulon-cli-'));
  for (const [name, text] of Object.entries({ 'package.json': '{"type":"module"}', ...files })) {
    writeFileSync(join(path, name), text);
  }
  return { path, remove: () => rm(path, { recursive: true }) };
}
