import type { Plugin } from 'vite';

const NAME = /(^|\/)resources-[^/]*\.json$/;

/**
 * Leaves out the 1.4 MB of tables that OpenChemLib names beside its code. They are for its conformers, force fields and
 * predictors, which nothing here calls, and are loaded on demand alone: no page would ever ask for them.
 */
export function withoutOpenChemLibResources(): Plugin {
  return {
    name: 'without-openchemlib-resources',
    apply: 'build',
    generateBundle: (_, bundle) => {
      for (const file of Object.keys(bundle)) if (NAME.test(file)) delete bundle[file];
    },
  };
}
