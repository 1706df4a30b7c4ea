import { BUILT_IN_COMPONENTS, type ScoringComponent } from '@webfaulon/sa-core';

/** The components beyond sa-core's own that an objective needs. OpenChemLib is loaded only if there is one. */
export async function componentsFor(
  weights: Readonly<Record<string, number>>,
): Promise<readonly ScoringComponent[]> {
  const isBuiltIn = (name: string) => BUILT_IN_COMPONENTS.some((component) => component.name === name);
  if (Object.keys(weights).every(isBuiltIn)) return [];
  const { CHEMISTRY_COMPONENTS } = await import('@webfaulon/chemistry');
  return CHEMISTRY_COMPONENTS;
}
