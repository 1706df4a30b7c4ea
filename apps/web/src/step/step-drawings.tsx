import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ExplainedStep } from '@webfaulon/protocol/explained-step';
import { formatScore } from '../format.ts';
import { StepDrawing } from './step-drawing.tsx';

interface StepDrawingsProps {
  readonly explained: ReadonlySignal<ExplainedStep | null>;
}

/** The molecule before the step and the proposed one, with what stays in the same place. */
export function StepDrawings({ explained }: StepDrawingsProps) {
  const scoreBefore = useComputed(() => scoreInWords(explained.value?.before.score));
  const scoreProposed = useComputed(() => {
    if (explained.value === null) return '';
    if (explained.value.proposed === null) return 'nothing';
    return explained.value.outcome === 'disconnected'
      ? 'in pieces'
      : scoreInWords(explained.value.proposed.score);
  });
  return (
    <div class="step-drawings">
      <figure>
        <figcaption>
          Before <span>{scoreBefore}</span>
        </figcaption>
        <StepDrawing explained={explained} side="before" />
      </figure>
      <figure>
        <figcaption>
          Proposed <span>{scoreProposed}</span>
        </figcaption>
        <StepDrawing explained={explained} side="proposed" />
      </figure>
      <p class="step-legend">
        <span class="step-key" data-change="loosened" /> loses a line{' '}
        <span class="step-key" data-change="forming" /> is to gain one{' '}
        <span class="step-key" data-change="formed" /> has gained one
      </p>
    </div>
  );
}

function scoreInWords(score: number | null | undefined): string {
  return score === null || score === undefined ? '' : `score ${formatScore(score)}`;
}
