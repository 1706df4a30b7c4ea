import type { ExplainedStep } from '@webfaulon/protocol/explained-step';

type Displacement = NonNullable<ExplainedStep['displacement']>;

/** One of the four pairs of atoms whose bond order a displacement sets. */
export interface BondLine {
  /** Such as "x₁–y₁". */
  readonly pair: string;
  /** Such as "C–H". */
  readonly elements: string;
  /** Such as "a₁₁ = 1". */
  readonly before: string;
  /** Such as "b₁₂ = a₁₁ + a₁₂ − b₁₁". */
  readonly equation: string;
  /** The same with the numbers put in, such as "1 + 0 − 0 = 1"; null where no order could be proposed. */
  readonly numbers: string | null;
  /** Such as "forms"; empty where no order could be proposed. */
  readonly change: string;
}

/**
 * The bond orders of a displacement and the equations between them [Faulon1996, eqs. 7-11], with their numbers. Of four
 * atoms the first order is drawn; the moves of single units take one from it.
 */
export function bondLines(
  { x1, y1, x2, y2, a11, a12, a21, a22, after }: Displacement,
  kind: ExplainedStep['kind'],
): BondLine[] {
  const { b11, b12, b21, b22 } = after ?? {};
  const line = (
    index: string,
    [x, y]: readonly [Displacement['x1'], Displacement['x1']],
    before: number,
    order: number | undefined,
    equation: string,
    numbers: string,
  ): BondLine => ({
    pair: `x${index[0]}–y${index[1]}`,
    elements: `${x.element}–${y.element}`,
    before: `a${index} = ${before}`,
    equation: `b${index} = ${equation}`,
    numbers: order === undefined ? null : numbers === '' ? `${order}` : `${numbers} = ${order}`,
    change: order === undefined ? '' : changeInWords(before, order),
  });
  return [
    kind === 'four_atoms'
      ? line('₁₁', [x1, y1], a11, b11, 'drawn at random', '')
      : line('₁₁', [x1, y1], a11, b11, 'a₁₁ − 1', `${a11} − 1`),
    line('₁₂', [x1, y2], a12, b12, 'a₁₁ + a₁₂ − b₁₁', `${a11} + ${a12} − ${b11}`),
    line('₂₁', [x2, y1], a21, b21, 'a₁₁ + a₂₁ − b₁₁', `${a11} + ${a21} − ${b11}`),
    line('₂₂', [x2, y2], a22, b22, 'a₂₂ − a₁₁ + b₁₁', `${a22} − ${a11} + ${b11}`),
  ];
}

const ORDERS = ['no bond', 'single', 'double', 'triple'] as const;

function changeInWords(before: number, after: number): string {
  if (before === after) return before === 0 ? 'no bond' : `stays ${ORDERS[before]}`;
  if (before === 0) return after === 1 ? 'forms' : `forms, ${ORDERS[after]}`;
  if (after === 0) return 'breaks';
  return `${ORDERS[before]} becomes ${ORDERS[after]}`;
}
