import type { Configuration } from '@webfaulon/sa-core';

/** The same wishes to whatever version there is: another run, if a version has changed. */
export function withoutVersions(configuration: Configuration): Configuration {
  const { algorithm_version: _algorithm, component_versions: _components, ...wishes } = configuration;
  return wishes;
}
