export { canonicalSmiles } from './canonical-smiles.ts';
export { CHEMISTRY_COMPONENTS } from './chemistry-components.ts';
export { type DepictOptions, depict } from './depiction/depict.ts';
export { isDrawable, MAX_DRAWN_ATOMS, MAX_DRAWN_RINGS } from './depiction/drawing-limit.ts';
export { placeholder } from './depiction/placeholder.ts';
export {
  type DepictStepOptions,
  type DrawnStep,
  depictStep,
  type StepToDraw,
} from './depiction/step/depict-step.ts';
export { CHEMISTRY_ERRORS, ChemistryError, type ChemistryErrorCode } from './errors.ts';
export { logP } from './log-p.ts';
export { molfile } from './molfile.ts';
export { tpsa } from './tpsa.ts';
export { warmUp } from './warm-up.ts';
