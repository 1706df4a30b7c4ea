import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './root.mjs';
import { workspaceFolders } from './workspaces.mjs';

// Asking pnpm whether there is anything to do takes longer than starting the server, so a file remembers it.
const STAMP = join('node_modules', '.webfaulon-installed');

export function isInstalled(root) {
  const stamp = join(root, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root) && hasEveryNodeModules(root);
}

export function rememberInstall(root) {
  writeFileSync(join(root, STAMP), fingerprint(root));
}

/** Of all that decides what an install brings, the machine's kind included: some dependencies are native. */
function fingerprint(root) {
  const manifests = workspaceFolders(root).map((folder) => `${folder}/package.json`);
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', ...manifests]) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** Somebody who deletes one package's node_modules expects the next command to bring it back. */
function hasEveryNodeModules(root) {
  return workspaceFolders(root).every((folder) => {
    const { dependencies, devDependencies } = readJson(join(root, folder, 'package.json'));
    const needsNone = Object.keys({ ...dependencies, ...devDependencies }).length === 0;
    return needsNone || existsSync(join(root, folder, 'node_modules'));
  });
}
