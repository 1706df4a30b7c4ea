import { degreeOfUnsaturation, knownIsomerCount, parseFormula } from '@webfaulon/sa-core';
import { formatCount } from '../format.ts';
import { familyName } from './family-name.ts';

/** A benzene ring takes four. */
const UNSATURATION_OF_KEKULE_FORMS = 4;

/** "12 of 18 octanes", or without the total where nobody knows it: "12 isomers of C10H15N3". */
export function foundCount(formula: string, found: number): string {
  const total = knownIsomerCount(formula);
  const family = familyName(formula);
  if (total !== undefined)
    return `${formatCount(found)} of ${formatCount(total)} ${total === 1 ? singular(family) : family}`;
  return `${formatCount(found)} ${found === 1 ? singular(family) : family}`;
}

/** Whether two Kekulé forms of one compound can be two isomers of the formula, so that its count has to be explained. */
export function hasKekuleForms(formula: string): boolean {
  return degreeOfUnsaturation(parseFormula(formula)) >= UNSATURATION_OF_KEKULE_FORMS;
}

function singular(family: string): string {
  return family.replace(/s($| )/, '$1');
}
