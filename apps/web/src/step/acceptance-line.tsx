import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ExplainedStep } from '@webfaulon/protocol/explained-step';
import { criterionInNumbers } from './criterion-in-numbers.ts';

/** The Metropolis criterion as a picture: the probability on a line from 0 to 1, and the number drawn. */
export function AcceptanceLine({ explained }: { readonly explained: ReadonlySignal<ExplainedStep | null> }) {
  const numbers = useComputed(() => criterionInNumbers(explained.value));
  const { difference, criterion, probability, drawn, u, scale } = numbers.value;
  return (
    <div class="acceptance" data-outcome={explained.value?.outcome}>
      <h3>Metropolis criterion</h3>
      <dl>
        <dt>Δ</dt>
        <dd>{difference}</dd>
        <dt>p</dt>
        <dd>{criterion}</dd>
        <dt>u</dt>
        <dd>{u} drawn</dd>
      </dl>
      <svg class="acceptance-line" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <rect class="acceptance-whole" x="0" y="3" width="100" height="6" />
        <rect class="acceptance-share" x="0" y="3" width={100 * probability} height="6" />
        <rect class="acceptance-drawn" x={Math.min(99.2, 100 * drawn)} y="0" width="0.8" height="12" />
      </svg>
      <p class="acceptance-scale">
        <span>0</span>
        <span>{scale}</span>
        <span>1</span>
      </p>
    </div>
  );
}
