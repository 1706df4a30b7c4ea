import type { ReadonlySignal } from '@preact/signals';
import type uPlot from 'uplot';
import { colour } from './axis-style.ts';

/** A step that is marked on a chart. A click on the chart, or dragging the mark, picks another. */
export interface StepMark {
  /** Null for no mark. */
  readonly marked: ReadonlySignal<number | null>;
  readonly onPick: (step: number) => void;
}

/** In CSS pixels: how near to the mark it is taken hold of, and how far a click may move. */
const GRIP = 8;
const CLICK_REACH = 4;

/** Draws the mark over the series, and turns the pointer into picks. */
export function markPlugin({ marked, onPick }: StepMark): uPlot.Plugin {
  const ink = colour('--ink');
  const draw = (plot: uPlot) => {
    const step = marked.peek();
    if (step === null) return;
    const x = plot.valToPos(step, 'x', true);
    const { left, top, width, height } = plot.bbox;
    if (x < left || x > left + width) return;
    const { ctx } = plot;
    ctx.save();
    ctx.fillStyle = ink();
    ctx.fillRect(Math.round(x) - devicePixelRatio / 2, top, devicePixelRatio, height);
    ctx.beginPath();
    ctx.arc(x, top + 5 * devicePixelRatio, 5 * devicePixelRatio, 0, 2 * Math.PI);
    ctx.fill();
    ctx.restore();
  };

  const listen = (plot: uPlot) => {
    const xOf = (event: MouseEvent) => event.clientX - plot.over.getBoundingClientRect().left;
    const isAtMark = (event: MouseEvent) => {
      const step = marked.peek();
      return step !== null && Math.abs(plot.valToPos(step, 'x') - xOf(event)) <= GRIP;
    };
    const pick = (event: MouseEvent) => onPick(plot.posToVal(xOf(event), 'x'));
    let pressedAt = 0;
    plot.over.addEventListener('pointerdown', (event) => {
      pressedAt = event.clientX;
    });
    plot.over.addEventListener('click', (event) => {
      if (Math.abs(event.clientX - pressedAt) <= CLICK_REACH) pick(event);
    });
    // In the capturing phase, so that dragging the mark does not zoom.
    plot.root.addEventListener(
      'mousedown',
      (event) => {
        if (event.button !== 0 || !isAtMark(event)) return;
        event.stopPropagation();
        event.preventDefault();
        const end = new AbortController();
        document.addEventListener('mousemove', pick, { signal: end.signal });
        document.addEventListener('mouseup', () => end.abort(), { signal: end.signal });
      },
      { capture: true },
    );
    plot.over.addEventListener('mousemove', (event) => {
      plot.over.style.cursor = isAtMark(event) ? 'ew-resize' : '';
    });
  };
  return { hooks: { draw: [draw], ready: [listen] } };
}
