import { CHEMISTRY_COMPONENTS } from '@webfaulon/chemistry';
import { ALGORITHM_VERSION, BUILT_IN_COMPONENTS, type ResolvedConfiguration } from '@webfaulon/sa-core';

const VERSIONS: ReadonlyMap<string, number> = new Map(
  [...BUILT_IN_COMPONENTS, ...CHEMISTRY_COMPONENTS].map(({ name, version }) => [name, version]),
);

/** Whether this code computes the very run of a resolved configuration: the same algorithm, and the same scores. */
export function isComputedHere(
  configuration: Pick<ResolvedConfiguration, 'algorithm_version' | 'component_versions'>,
): boolean {
  const scores = Object.entries(configuration.component_versions);
  return (
    configuration.algorithm_version === ALGORITHM_VERSION &&
    scores.every(([name, version]) => VERSIONS.get(name) === version)
  );
}
