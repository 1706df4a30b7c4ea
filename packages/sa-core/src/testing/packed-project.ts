import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));
const ROOT = join(PACKAGE, '../..');

export interface PackedProject {
  readonly folder: string;
  /** Runs a program of Node in the project and answers what it printed; rejects if it fails. */
  node(...args: string[]): Promise<string>;
  /** Checks the types of the project's files, with TypeScript as this repository has it. Rejects with what is wrong. */
  typecheck(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * A new project outside the repository in which the package is installed from its tarball, as it was last built. Nothing is
 * fetched: the package depends on nothing.
 */
export async function installPackedProject(files: Readonly<Record<string, string>>): Promise<PackedProject> {
  const folder = await mkdtemp(join(tmpdir(), 'webfaulon-packed-'));
  const at = { cwd: folder };
  const pnpm = join(ROOT, 'node_modules/pnpm/bin/pnpm.cjs');
  await run(process.execPath, [pnpm, 'pack', '--pack-destination', folder], { cwd: PACKAGE });
  const [tarball] = await readdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`], at);
  return {
    folder,
    node: async (...args) => (await run(process.execPath, args, at)).stdout,
    typecheck: async () => {
      const tsc = join(PACKAGE, 'node_modules/typescript/bin/tsc');
      const told = await run(process.execPath, [tsc, '-p', folder], at).catch(
        (error: { stdout: string }) => error,
      );
      if (told instanceof Error) throw new Error(told.stdout);
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
