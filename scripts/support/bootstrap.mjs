import { delimiter } from 'node:path';
import { Failure } from './failure.mjs';
import { isInstalled, rememberInstall } from './install-stamp.mjs';
import { fromRoot, ROOT, readJson } from './root.mjs';
import { run } from './run.mjs';

/**
 * Makes the dependencies present, on a machine that has nothing but git, Node and npm, and costs milliseconds once
 * they are. Must be awaited before a script imports or runs anything from node_modules.
 */
export async function bootstrap() {
  const { engines, packageManager } = readJson(fromRoot('package.json'));
  requireNode(engines.node, process.versions.node);
  if (!isInstalled(ROOT)) {
    await install(packageManager);
    rememberInstall(ROOT);
  }
  // turbo calls pnpm by its name, so the copy among the root's dependencies must be found first.
  process.env.PATH = `${fromRoot('node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  process.env.TURBO_TELEMETRY_DISABLED = '1';
  // A result that turbo remembers counts only for the same Node: a run must be the same on each, and tests show it.
  process.env.WEBFAULON_NODE_VERSION = process.versions.node;
}

/** `required` is the engines field, of the form ">=20.19". */
export function requireNode(required, present) {
  const numbers = (version) => version.replace(/^\D+/, '').split('.').map(Number);
  const [major, minor] = numbers(present);
  const [requiredMajor, requiredMinor = 0] = numbers(required);
  if (major < requiredMajor || (major === requiredMajor && minor < requiredMinor)) {
    throw new Failure(
      `WebFaulon needs Node.js ${required}, and this is ${present}: please install a newer one.`,
    );
  }
}

async function install(packageManager) {
  console.error('Installing the dependencies …');
  // Without the last option pnpm asks before it replaces a node_modules folder of another kind, and nobody may be there.
  const args = [
    '--yes',
    packageManager,
    'install',
    '--frozen-lockfile',
    '--config.confirmModulesPurge=false',
  ];
  const { code } = await run('npx', args, { toStderr: true, shell: process.platform === 'win32' }).catch(
    (error) => {
      throw new Failure(`npx, which comes with npm, could not be started: ${error.message}`);
    },
  );
  if (code !== 0) {
    throw new Failure(
      `The dependencies could not be installed; the lines above say why. To try it by hand: npx ${packageManager} install`,
    );
  }
}
