export { SA_CORE_ERRORS, SaCoreError, type SaCoreErrorCode } from './errors.ts';
export {
  automorphismGroupOrder,
  type CanonicalForm,
  type Canonizer,
  canonicalForm,
  createCanonizer,
} from './molecule/canonical-form.ts';
export { isConnected } from './molecule/connectivity.ts';
export { type ElementSymbol, type HeavyElement, VALENCES } from './molecule/element.ts';
export {
  bondOrder,
  bondsOf,
  createMolecularGraph,
  hasValidValences,
  type MolecularGraph,
  setBondOrder,
} from './molecule/molecular-graph.ts';
export { readSmiles } from './molecule/smiles-reader.ts';
export { canonicalKekuleSmiles, writeSmiles } from './molecule/smiles-writer.ts';
export type { ScoringComponent } from './scoring/scoring-component.ts';
