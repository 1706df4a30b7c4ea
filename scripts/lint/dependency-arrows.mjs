import { join } from 'node:path';
import swc from '@swc/core';
import { cruise } from 'dependency-cruiser';
import { readJson } from '../support/root.mjs';
import { workspaceFolders } from '../support/workspaces.mjs';
import { RULES, WORKSPACES } from './dependency-rules.mjs';

/** Every import under `root` that breaks a rule, as one sentence each. Reads the sources; nothing need be built. */
export async function findTurnedArrows(root) {
  const folders = workspaceFolders(root);
  const unknown = folders
    .filter((folder) => !Object.hasOwn(WORKSPACES, folder))
    .map((folder) => `${folder} has no place in the picture: name it in scripts/lint/dependency-rules.mjs`);

  const options = {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: RULES },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-static|coverage)/' },
    // TypeScript 7 has no JavaScript API for dependency-cruiser to call; swc reads the same imports, types included.
    parser: 'swc',
    tsPreCompilationDeps: true,
    // A library that has only an entry for `import` is not found without this.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  };
  readJsx();
  const { output } = await cruise(folders, options, { alias: sourceAliases(root, folders) });
  return [...unknown, ...output.summary.violations.map(describe)];
}

/** dependency-cruiser has swc read TypeScript without JSX, and offers no option; a `.tsx` file may have it. */
function readJsx() {
  const { parseFileSync } = swc;
  swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });
}

/** A workspace's name leads to dist, which may not be built; the arrows are drawn between sources. */
function sourceAliases(root, folders) {
  const aliases = folders.flatMap((folder) => {
    const { name, exports = {} } = readJson(join(root, folder, 'package.json'));
    return Object.entries(exports).map(([subpath, target]) => [
      `${name}${subpath.slice(1)}`,
      join(root, folder, target.default.replace('./dist/', 'src/').replace(/\.js$/, '.ts')),
    ]);
  });
  // The first alias that an import begins with is taken, so the most specific one has to come first.
  return Object.fromEntries(aliases.sort(([one], [other]) => other.length - one.length));
}

function describe({ from, to, rule, cycle }) {
  const route = cycle ? cycle.map(({ name }) => name).join(' -> ') : to;
  return `${from} -> ${route} (rule: ${rule.name})`;
}
