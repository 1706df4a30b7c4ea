export { SA_CORE_ERRORS, SaCoreError, type SaCoreErrorCode } from './errors.ts';
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
export type { ScoringComponent } from './scoring/scoring-component.ts';
