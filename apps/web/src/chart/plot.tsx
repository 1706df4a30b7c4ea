import './chart.css';
import 'uplot/dist/uPlot.min.css';
import { type ReadonlySignal, type Signal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { drawEachFrame } from './draw-each-frame.ts';
import { markPlugin, type StepMark } from './step-mark.ts';
import type { StepRange } from './step-range.ts';

const FALLBACK_HEIGHT = 200;
const FALLBACK_TEXT = 12;

/** Without size and x scale: these are the plot's own business. */
export type PlotOptions = Omit<uPlot.Options, 'width' | 'height'>;

interface PlotProps {
  /** For labels of this size in CSS pixels, which the style sheet says. Read when the plot is made, which it is anew for another size. */
  readonly options: (text: number) => PlotOptions;
  /** Drawn again when one of them changes. */
  readonly revision: ReadonlySignal<unknown>;
  /** The data as it stands; its first column is steps. Called at most once a frame. */
  readonly data: () => uPlot.AlignedData;
  /** The last step of the axis. */
  readonly totalSteps: ReadonlySignal<number>;
  /** The steps to be shown, null for all; dragging sets it, a double click undoes that. Plots can share one. */
  readonly zoom: Signal<StepRange | null>;
  /** What a screen reader says in place of the picture. */
  readonly label: ReadonlySignal<string>;
  /** Read once. */
  readonly mark?: StepMark;
}

/** A chart against step, as wide as its surroundings and as high as the style sheet says. */
export function Plot({ options, revision, data, totalSteps, zoom, label, mark }: PlotProps) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = box.current!;
    const make = () => {
      const made = options(textOf(element));
      const plugins = mark === undefined ? [] : [markPlugin(mark)];
      return new uPlot({ ...made, ...sizeOf(element), ...interaction(made, zoom), plugins }, data(), element);
    };
    let [made, text] = [make(), textOf(element)];
    const show = () => {
      const range = zoom.peek() ?? { min: 0, max: totalSteps.peek() };
      made.batch(() => {
        made.setData(data(), false);
        // Sets the other axes by what is in view, too.
        made.setScale('x', range);
      });
    };
    const stops = [drawEachFrame(revision, show), drawEachFrame(zoom, show), drawEachFrame(totalSteps, show)];
    if (mark !== undefined) stops.push(drawEachFrame(mark.marked, () => made.redraw(false)));
    const resize = new ResizeObserver(() => made.setSize(sizeOf(element)));
    resize.observe(element);
    // Colours are read from the style sheet, which follows these attributes.
    const repaint = new MutationObserver(() => {
      if (textOf(element) === text) {
        made.redraw(false);
        return;
      }
      made.destroy();
      [made, text] = [make(), textOf(element)];
      show();
    });
    repaint.observe(document.documentElement, { attributes: true, attributeFilter: ['class', 'data-theme'] });
    return () => {
      for (const stop of stops) stop();
      resize.disconnect();
      repaint.disconnect();
      made.destroy();
    };
  }, []);

  useSignalEffect(() => box.current?.setAttribute('aria-label', label.value));

  return <div class="plot" role="img" ref={box} />;
}

function sizeOf(element: HTMLElement): { width: number; height: number } {
  return { width: element.clientWidth, height: numberOf(element, '--plot-height', FALLBACK_HEIGHT) };
}

function textOf(element: HTMLElement): number {
  return numberOf(element, '--plot-text', FALLBACK_TEXT);
}

/** What the style sheet says of the element. */
function numberOf(element: HTMLElement, property: `--${string}`, fallback: number): number {
  const number = Number.parseFloat(getComputedStyle(element).getPropertyValue(property));
  return Number.isFinite(number) ? number : fallback;
}

function interaction(
  { scales, cursor }: PlotOptions,
  zoom: Signal<StepRange | null>,
): Partial<uPlot.Options> {
  const select = (plot: uPlot) => {
    const { left, width } = plot.select;
    if (width < 4) return;
    zoom.value = { min: plot.posToVal(left, 'x'), max: plot.posToVal(left + width, 'x') };
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  };
  const reset = () => {
    zoom.value = null;
    return null;
  };
  return {
    scales: { ...scales, x: { time: false, auto: false } },
    cursor: {
      ...cursor,
      drag: { x: true, y: false, setScale: false },
      bind: { dblclick: () => reset },
    },
    hooks: { setSelect: [select] },
  };
}
