import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of compressed JavaScript that a first visit may load before OpenChemLib. */
export const FIRST_LOAD_LIMIT = 100_000;

/** A statement that loads another chunk at once, as bundlers write it; import() is none. */
const STATIC_IMPORT = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*\s{},$]*?\s*from\s*)?["'](\.[^"']+\.js)["']/g;
const SCRIPT = /<(?:script|link rel="modulepreload")[^>]* (?:src|href)="(\.\/[^"]+\.js)"/g;

/** As the build compresses its files, and the server sends them. */
const compressedSize = (text) => gzipSync(text, { level: 9 }).length;

const targets = (text, pattern) => [...text.matchAll(pattern)].map(([, target]) => target);

/**
 * The files of JavaScript that come with the page before anything else: index.html's own, and all that these import, not what
 * they load later by import() or start as a worker.
 */
export function firstLoad(directory) {
  const scripts = targets(readFileSync(join(directory, 'index.html'), 'utf8'), SCRIPT);
  const waiting = scripts.map((file) => posix.normalize(file));
  if (scripts.length === 0) throw new Error(`index.html in ${directory} loads no script.`);
  const sizes = new Map();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (sizes.has(file)) continue;
    const text = readFileSync(join(directory, file), 'utf8');
    sizes.set(file, compressedSize(text));
    waiting.push(...targets(text, STATIC_IMPORT).map((target) => posix.join(posix.dirname(file), target)));
  }
  return sizes;
}

/** Compressed bytes of all files under assets/ whose names begin and end so. */
export function sizeOfAssets(directory, prefix, suffix) {
  return readdirSync(join(directory, 'assets'))
    .filter((file) => file.startsWith(prefix) && file.endsWith(suffix))
    .reduce((sum, file) => sum + compressedSize(readFileSync(join(directory, 'assets', file))), 0);
}

export const sumOf = (sizes) => [...sizes.values()].reduce((sum, size) => sum + size, 0);
