import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ExplainedStep } from '@webfaulon/protocol/explained-step';
import { formatScore } from '../format.ts';
import { comparableNumbers } from './comparable-numbers.ts';
import { isCorrected } from './verdict.ts';

/** The Metropolis criterion as a picture: the probability on a line from 0 to 1, and the number drawn. */
export function AcceptanceLine({ explained }: { readonly explained: ReadonlySignal<ExplainedStep | null> }) {
  const shown = useComputed(() => (explained.value === null ? null : judgement(explained.value)));
  const { difference, criterion, probability, drawn, p, u } = shown.value ?? NOTHING;
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
        <span>
          shaded: p = {p}; mark: u = {u}
        </span>
        <span>1</span>
      </p>
    </div>
  );
}

const NOTHING = { difference: '–', criterion: '–', probability: 0, drawn: 0, p: '–', u: '–' };

function judgement(step: ExplainedStep): typeof NOTHING {
  const { before, proposed, difference, probability, drawn, temperature } = step;
  if (difference === null || probability === null) {
    const why = 'no score to compare';
    return { ...NOTHING, difference: why, criterion: '–', drawn, u: drawn.toFixed(2) };
  }
  const [p, u] = comparableNumbers(probability, drawn);
  const [from, to] = [formatScore(before.score ?? 0), formatScore(proposed?.score ?? 0)];
  const isDown = Math.sign(difference) === Math.sign((before.score ?? 0) - (proposed?.score ?? 0));
  const subtraction = isDown && difference !== 0 ? `${from} − ${to}` : `${to} − ${from}`;
  const exponent = `exp(−${difference < 0 ? `(${formatScore(difference)})` : formatScore(difference)} / ${formatScore(temperature)})`;
  const value = Math.exp(-difference / temperature);
  const unbounded = difference < 0 ? '> 1, so 1' : value.toFixed(p.length - 2);
  const corrected = isCorrected(difference, probability, temperature) ? `, corrected: ${p}` : '';
  return {
    difference: `${subtraction} = ${formatScore(difference)}`,
    criterion: `${exponent} = ${unbounded}${corrected}`.replace('= >', '>'),
    probability,
    drawn,
    p,
    u,
  };
}
