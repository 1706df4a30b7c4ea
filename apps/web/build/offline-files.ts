import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const SOURCE = fileURLToPath(new URL('../src/offline/service-worker.ts', import.meta.url));
const SCRIPT = 'service-worker.js';

/**
 * Builds the service worker into the static page, with the list of exactly the files that were built and a version that is
 * the hash of their contents: any change of any file, and nothing else, makes a new version.
 */
export function offlineFiles(): Plugin {
  return {
    name: 'offline-files',
    apply: (_, { command, mode }) => command === 'build' && mode === 'static',
    buildStart() {
      this.emitFile({ type: 'chunk', id: SOURCE, fileName: SCRIPT });
    },
    writeBundle: ({ dir = 'dist-static' }) => {
      const files = readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(dir.length + 1)
            .replaceAll('\\', '/'),
        )
        .filter((file) => file !== SCRIPT && !file.endsWith('.gz'))
        .sort();
      const hash = createHash('sha256');
      for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(dir, file)));
      // Hosts send index.html for the folder, and some send no index.html by its own name.
      const paths = files.map((file) => (file === 'index.html' ? './' : file));
      const script = readFileSync(join(dir, SCRIPT), 'utf8')
        .replace('__OFFLINE_VERSION__', hash.digest('hex').slice(0, 16))
        .replace(/(["'`])__OFFLINE_FILES__\1/, JSON.stringify(paths.join('\n')));
      writeFileSync(join(dir, SCRIPT), script);
    },
  };
}
