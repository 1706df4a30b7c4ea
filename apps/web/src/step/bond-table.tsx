import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ExplainedStep } from '@webfaulon/protocol/explained-step';
import { bondLines } from './bond-lines.ts';

const NONE = ['₁₁', '₁₂', '₂₁', '₂₂'].map((index) => ({
  pair: `x${index[0]}–y${index[1]}`,
  elements: '',
  before: `a${index}`,
  equation: `b${index}`,
  numbers: null,
  change: '',
}));

/** The bond orders between the four atoms before and after, with the equations of the displacement. */
export function BondTable({ explained }: { readonly explained: ReadonlySignal<ExplainedStep | null> }) {
  const lines = useComputed(() => {
    const { displacement = null, kind = null } = explained.value ?? {};
    return displacement === null ? NONE : bondLines(displacement, kind);
  });
  return (
    <table class="bond-table">
      <caption>Bond orders</caption>
      <thead>
        <tr>
          <th scope="col">bond</th>
          <th scope="col">before</th>
          <th scope="col">proposed</th>
          <th scope="col">it …</th>
        </tr>
      </thead>
      <tbody>
        {lines.value.map(({ pair, elements, before, equation, numbers, change }) => (
          <tr key={pair} data-change={change.split(/[ ,]/)[0]}>
            <th scope="row">
              {pair} <span>{elements}</span>
            </th>
            <td>{before}</td>
            <td>
              {equation}
              <br />
              {numbers === null ? '–' : `= ${numbers}`}
            </td>
            <td>{change}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
