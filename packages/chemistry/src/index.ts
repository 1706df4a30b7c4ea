export { canonicalSmiles } from './canonical-smiles.ts';
export { type DepictOptions, depict } from './depiction/depict.ts';
export { isDrawable, MAX_DRAWN_ATOMS, MAX_DRAWN_RINGS } from './depiction/drawing-limit.ts';
export { placeholder } from './depiction/placeholder.ts';
export { CHEMISTRY_ERRORS, ChemistryError, type ChemistryErrorCode } from './errors.ts';
export { logP } from './log-p.ts';
export { molfile } from './molfile.ts';
export { warmUp } from './warm-up.ts';
