import { CHEMISTRY_COMPONENTS } from '@webfaulon/chemistry';
import { loadScoreModule } from './score-module.ts';

// The scoring components of a run beside those of sa-core, as a module of its own, because that is what a worker thread can be told to
// import: chemistry's, and those of the modules that the address names, as in component-set.js?module=file:///my-score.js.
const modules = new URL(import.meta.url).searchParams.getAll('module');

/** Of two components with one name the later counts. */
export const components = [
  ...CHEMISTRY_COMPONENTS,
  ...(await Promise.all(modules.map(loadScoreModule))).flat(),
];
