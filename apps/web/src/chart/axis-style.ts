import type uPlot from 'uplot';
import { formatCount } from '../format.ts';

/** A colour of the style sheet, by the name of its custom property, as it is at the moment. */
export function colour(name: `--${string}`): () => string {
  return () => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** What all axes look like. */
export function axisStyle() {
  const line = colour('--line');
  return {
    stroke: colour('--ink-soft'),
    font: '12px system-ui, sans-serif',
    grid: { stroke: line, width: 1 },
    ticks: { stroke: line, width: 1, size: 4 },
  };
}

/** The axis of steps, the same in all charts. */
export function stepAxis(): uPlot.Axis {
  return { ...axisStyle(), size: 28, values: (_plot, steps) => steps.map(formatCount) };
}

/** The legend's marks. It keeps the text that it is given, so that it follows a change from light to dark. */
export function legendOf(...names: readonly `--${string}`[]): uPlot.Legend {
  return { markers: { width: 0, fill: (_plot, series) => `var(${names[series - 1]})` } };
}
