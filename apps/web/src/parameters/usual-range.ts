import { heavyAtomCount, parseFormula, SaCoreError, type UsualRange } from '@webfaulon/sa-core';
import type { KnownComponent } from '../objective/known-components.ts';

/** Between which values a component usually lies for a formula; null while that says nothing. */
export function usualRangeFor(component: KnownComponent | undefined, formula: string): UsualRange | null {
  try {
    return component?.usualRange?.(heavyAtomCount(parseFormula(formula))) ?? null;
  } catch (error) {
    if (error instanceof SaCoreError) return null;
    throw error;
  }
}

/** A value in the lower half of the range, whole where the range is wide: something to aim at. */
export function usualValue(range: UsualRange | null): number {
  if (range === null) return 0;
  const value = range.low + (range.high - range.low) / 4;
  return range.high - range.low > 10 ? Math.round(value) : Math.round(value * 10) / 10;
}
