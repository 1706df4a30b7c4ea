import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folders that pnpm-workspace.yaml names as `packages/*` and `apps/*`, relative to the root, with forward slashes. */
export function workspaceFolders(root) {
  return ['packages', 'apps']
    .filter((parent) => existsSync(join(root, parent)))
    .flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`))
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .sort();
}
