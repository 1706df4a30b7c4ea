import { type ReadonlySignal, useSignalEffect } from '@preact/signals';
import type { ExplainedStep } from '@webfaulon/protocol/explained-step';
import { useEffect, useRef } from 'preact/hooks';
import { LatestOnly } from '../latest-only.ts';
import type { StepRequest } from '../molecule/draw-request.ts';
import { useDrawings } from '../molecule/drawings-context.ts';
import { safeSvg } from '../molecule/safe-svg.ts';

interface StepDrawingProps {
  readonly explained: ReadonlySignal<ExplainedStep | null>;
  readonly side: StepRequest['side'];
}

/** One of the two pictures of a step, in a box whose size does not depend on it. */
export function StepDrawing({ explained, side }: StepDrawingProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawings = useDrawings();
  const latest = useRef<LatestOnly<ExplainedStep> | null>(null);
  latest.current ??= new LatestOnly(0, async ({ elements, before, proposed, displacement }) => {
    const svg = safeSvg(await drawings.draw({ step: { elements, before, proposed, displacement }, side }));
    if (svg !== null) box.current?.replaceChildren(svg);
    else box.current?.replaceChildren('too large to be drawn');
  });

  useSignalEffect(() => {
    const step = explained.value;
    if (step !== null && step[side] !== null) {
      latest.current?.want(step);
      return;
    }
    latest.current?.stop();
    box.current?.replaceChildren(step === null ? '' : noneInWords(step));
  });
  useEffect(() => () => latest.current?.stop(), []);

  return <div class="step-drawing" ref={box} />;
}

function noneInWords({ outcome }: ExplainedStep): string {
  return outcome === 'disconnected' ? 'A hydrogen molecule would split off.' : 'No molecule is proposed.';
}
