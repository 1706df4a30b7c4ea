import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository, wherever the script was called from. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const fromRoot = (...parts) => join(ROOT, ...parts);

export const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
