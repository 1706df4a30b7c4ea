import {
  assertFeasible,
  degreeOfUnsaturation,
  heavyAtomCount,
  hillFormula,
  knownIsomerCount,
  parseFormula,
  SaCoreError,
} from '@webfaulon/sa-core';

export type FormulaJudgement =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'possible';
      /** In Hill order. */
      readonly formula: string;
      readonly heavyAtoms: number;
      /** Rings plus double bonds plus twice the triple bonds. */
      readonly unsaturation: number;
      /** Null where nobody has counted them. */
      readonly isomers: number | null;
    }
  /** `message` says what is wrong and how to mend it. */
  | { readonly kind: 'impossible'; readonly message: string };

/** What sa-core says of a formula as it stands in a field, half typed perhaps. */
export function judgeFormula(text: string): FormulaJudgement {
  const typed = text.trim();
  if (typed === '') return { kind: 'empty' };
  try {
    const formula = parseFormula(typed);
    assertFeasible(formula);
    const hill = hillFormula(formula);
    return {
      kind: 'possible',
      formula: hill,
      heavyAtoms: heavyAtomCount(formula),
      unsaturation: degreeOfUnsaturation(formula),
      isomers: knownIsomerCount(hill) ?? null,
    };
  } catch (error) {
    if (error instanceof SaCoreError) return { kind: 'impossible', message: error.message };
    throw error;
  }
}
