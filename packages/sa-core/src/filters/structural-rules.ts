import {
  noAllenesInSmallRings,
  noCumulenes,
  noDoubleBondsInSmallRings,
  noTripleBondsInSmallRings,
} from './bond-rules.ts';
import { noHeteroatomChains, noPeroxides } from './heteroatom-rules.ts';
import { noFourMemberedRings, noThreeMemberedRings } from './ring-rules.ts';
import type { StructuralRule } from './structural-rule.ts';

/**
 * Every rule that a run may be told to keep, by name. What a rule forbids never changes: another meaning is another name,
 * since a configuration has to mean one run for good.
 */
export const STRUCTURAL_RULES: readonly StructuralRule[] = [
  noCumulenes,
  noAllenesInSmallRings,
  noTripleBondsInSmallRings,
  noDoubleBondsInSmallRings,
  noThreeMemberedRings,
  noFourMemberedRings,
  noPeroxides,
  noHeteroatomChains,
];
