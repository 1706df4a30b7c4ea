import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SOURCES = fileURLToPath(new URL('../', import.meta.url));

const OPTIONS = {
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2023',
  write: false,
  outdir: '/',
  logLevel: 'silent',
} as const;

/**
 * Bundles files of this package for browsers, each with all that it imports.
 *
 * @param entries the names of the bundles, and the files under src that they begin with
 * @returns the text of each bundle by its name
 */
export async function bundle(entries: Readonly<Record<string, string>>): Promise<Map<string, string>> {
  const entryPoints = Object.entries(entries).map(([out, file]) => ({ in: `${SOURCES}${file}`, out }));
  const { outputFiles } = await build({ ...OPTIONS, entryPoints });
  return new Map(outputFiles.map(({ path, text }) => [path.slice(1), text]));
}

/** Bundles and minifies a module of this text, which imports from src as a file there would. */
export async function minified(text: string): Promise<string> {
  const { outputFiles } = await build({
    ...OPTIONS,
    minify: true,
    stdin: { contents: text, resolveDir: SOURCES },
  });
  return outputFiles[0]!.text;
}
