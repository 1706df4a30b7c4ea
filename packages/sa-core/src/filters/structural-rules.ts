import { SaCoreError } from '../errors.ts';
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

/**
 * @throws {SaCoreError} filter_unknown, with a pointer to the name
 */
export function rulesNamed(names: readonly string[]): readonly StructuralRule[] {
  return names.map((name, i) => {
    const rule = STRUCTURAL_RULES.find((candidate) => candidate.name === name);
    if (rule !== undefined) return rule;
    const known = STRUCTURAL_RULES.map((candidate) => candidate.name).join(', ');
    throw new SaCoreError(
      'filter_unknown',
      `There is no structural rule "${name.slice(0, 60)}". Known are: ${known}.`,
      { pointer: `/filters/${i}` },
    );
  });
}
