import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SOURCES = new URL('../', import.meta.url);

/**
 * Bundles files of this package for browsers, each with all that it imports.
 *
 * @param entries the names of the bundles, and the files under src that they begin with
 * @returns the text of each bundle by its name
 */
export async function bundle(
  entries: Readonly<Record<string, string>>,
  { minify = false } = {},
): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: Object.entries(entries).map(([out, file]) => ({
      in: fileURLToPath(new URL(file, SOURCES)),
      out,
    })),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    minify,
    write: false,
    outdir: '/',
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, text }) => [path.slice(1), text]));
}
