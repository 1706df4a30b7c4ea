import type { ScoringComponent } from '@webfaulon/sa-core';
import { loadScoreModule, scoreModuleAddress } from './score-module.ts';

/** The scoring components of a run beside those of sa-core. */
export interface LoadedComponents {
  /** Chemistry's, and then the user's own. */
  readonly components: readonly ScoringComponent[];
  /** The user's own alone. */
  readonly own: readonly ScoringComponent[];
  /** The module that exports `components`, for worker threads to import. */
  readonly moduleAddress: string;
}

/**
 * @param paths of score modules
 * @throws {CliError} score_module_missing, score_module_invalid
 */
export async function loadComponents(
  paths: readonly string[],
  workingDirectory: string,
): Promise<LoadedComponents> {
  const addresses = paths.map((path) => scoreModuleAddress(path, workingDirectory));
  const componentSet = new URL('./component-set.js', import.meta.url);
  for (const address of addresses) componentSet.searchParams.append('module', address);
  const { components } = (await import(componentSet.href)) as typeof import('./component-set.ts');
  const own = (await Promise.all(addresses.map(loadScoreModule))).flat();
  return { components, own, moduleAddress: componentSet.href };
}
