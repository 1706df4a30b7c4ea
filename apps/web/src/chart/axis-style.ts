import type uPlot from 'uplot';
import { formatCount } from '../format.ts';

/** A colour of the style sheet, by the name of its custom property, as it is at the moment. */
export function colour(name: `--${string}`): () => string {
  return () => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** What all axes look like. @param text size of their labels, in CSS pixels, that all else is proportional to */
function axisStyle(text: number) {
  const line = colour('--line');
  return {
    stroke: colour('--ink-soft'),
    font: `${text}px system-ui, sans-serif`,
    labelFont: `600 ${text}px system-ui, sans-serif`,
    labelSize: 1.5 * text,
    grid: { stroke: line, width: 1 },
    ticks: { stroke: line, width: 1, size: 4 },
  };
}

/** The axis of steps, the same in all charts. */
export function stepAxis(text: number): uPlot.Axis {
  return {
    ...axisStyle(text),
    size: 2.3 * text,
    space: 4.2 * text,
    values: (_plot, steps) => steps.map(formatCount),
  };
}

/** An axis of values, on the left. */
export function valueAxis(text: number, scale: string): uPlot.Axis {
  return { ...axisStyle(text), scale, size: 3.7 * text, space: 2.5 * text };
}

/** An axis on the right, without a grid of its own. */
export function rightAxis(text: number, scale: string): uPlot.Axis {
  return { ...valueAxis(text, scale), side: 1, size: 3 * text, grid: { show: false } };
}

/** In CSS pixels; `usual` is the width where labels are of the usual size. */
export function lineWidth(text: number, usual: number): number {
  return (usual * text) / 12;
}

/** The legend's marks. It keeps the text that it is given, so that it follows a change from light to dark. */
export function legendOf(...names: readonly `--${string}`[]): uPlot.Legend {
  return { markers: { width: 0, fill: (_plot, series) => `var(${names[series - 1]})` } };
}
