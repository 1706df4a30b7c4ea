import { SaCoreError } from '../errors.ts';
import {
  noAllenesInSmallRingsRule,
  noCumulenesRule,
  noDoubleBondsInSmallRingsRule,
  noTripleBondsInSmallRingsRule,
} from './bond-rules.ts';
import { noHeteroatomChainsRule, noPeroxidesRule } from './heteroatom-rules.ts';
import { noFourMemberedRingsRule, noThreeMemberedRingsRule } from './ring-rules.ts';
import type { Prohibition } from './structural-rule.ts';

/** The rules of {@link STRUCTURAL_RULES}, as a run needs them. */
const RULES: readonly Prohibition[] = [
  noCumulenesRule,
  noAllenesInSmallRingsRule,
  noTripleBondsInSmallRingsRule,
  noDoubleBondsInSmallRingsRule,
  noThreeMemberedRingsRule,
  noFourMemberedRingsRule,
  noPeroxidesRule,
  noHeteroatomChainsRule,
];

/**
 * @throws {SaCoreError} filter_unknown, with a pointer to the name
 */
export function rulesNamed(names: readonly string[]): readonly Prohibition[] {
  return names.map((name, i) => {
    const rule = RULES.find((candidate) => candidate.name === name);
    if (rule !== undefined) return rule;
    const known = RULES.map((candidate) => candidate.name).join(', ');
    throw new SaCoreError(
      'filter_unknown',
      `There is no structural rule "${name.slice(0, 60)}". Known are: ${known}.`,
      { pointer: `/filters/${i}` },
    );
  });
}
