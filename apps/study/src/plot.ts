import { costOf } from './comparison.ts';
import { stepCount } from './format.ts';
import { METHODS, type Method } from './methods.ts';
import { PROBLEMS, type Problem } from './problems.ts';
import type { StudyResults } from './results.ts';
import type { Estimate } from './statistics.ts';
import { element, text } from './svg.ts';

const COLOURS: Readonly<Record<Method['kind'], string>> = {
  annealing: '#1f6fb4',
  'one temperature': '#1e8449',
  baseline: '#c0392b',
};
/** The axis is logarithmic, in steps; what lies beyond its end stands at the end, as a cross. */
const [FIRST_DECADE, LAST_DECADE] = [2, 6];
const LABELS = 175;
const AXIS = 290;
const PANEL_WIDTH = LABELS + AXIS + 30;
const ROW = 14;
const HEAD = 26;
const FOOT = 34;
const PANEL_HEIGHT = HEAD + METHODS.length * ROW + FOOT;
const COLUMNS = 2;
const LEGEND = 56;
const WIDTH = COLUMNS * PANEL_WIDTH;
const HEIGHT = LEGEND + Math.ceil(PROBLEMS.length / COLUMNS) * PANEL_HEIGHT;

/** A panel for each problem, a row for each method: its steps to 99 % success with the 95 % interval. */
export function renderPlot(results: StudyResults): string {
  const panels = PROBLEMS.map((problem, i) =>
    element(
      'g',
      {
        transform: `translate(${(i % COLUMNS) * PANEL_WIDTH} ${LEGEND + Math.floor(i / COLUMNS) * PANEL_HEIGHT})`,
      },
      panel(results, problem, i + 1),
    ),
  );
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    width: WIDTH,
    height: HEIGHT,
    'font-family': 'sans-serif',
    'font-size': 11,
  };
  return `${element('svg', frame, [
    element('title', {}, ['Steps to 99 % success of every method on every problem']),
    element('rect', { width: WIDTH, height: HEIGHT, fill: '#ffffff' }),
    ...legend(),
    ...panels,
  ])}\n`;
}

function legend(): string[] {
  const kinds = Object.entries(COLOURS).map(([kind, fill], i) =>
    element('g', { transform: `translate(${LABELS + i * 140} 38)` }, [
      element('circle', { cx: 0, cy: -4, r: 4, fill }),
      text(10, 0, kind),
    ]),
  );
  return [
    text(
      10,
      18,
      'Steps to 99 % success, fewer is better; lines are 95 % intervals, a cross stands for more than the axis has',
      {
        'font-weight': 'bold',
        'font-size': 13,
      },
    ),
    ...kinds,
  ];
}

function panel(results: StudyResults, problem: Problem, number: number): string[] {
  const bottom = HEAD + METHODS.length * ROW;
  const decades = Array.from({ length: LAST_DECADE - FIRST_DECADE + 1 }, (_, i) => FIRST_DECADE + i);
  return [
    text(10, 16, `${number}. ${problem.title}`, { 'font-weight': 'bold' }),
    ...decades.flatMap((decade) => {
      const x = position(10 ** decade);
      return [
        element('line', { x1: x, x2: x, y1: HEAD, y2: bottom, stroke: '#dddddd' }),
        text(x, bottom + 14, stepCount(10 ** decade), { 'text-anchor': 'middle', fill: '#555555' }),
      ];
    }),
    ...METHODS.flatMap((method, row) =>
      mark(method, HEAD + (row + 0.5) * ROW, costOf(results, problem, method)),
    ),
  ];
}

function mark(method: Method, y: number, { value, low, high }: Estimate): string[] {
  const colour = COLOURS[method.kind];
  const label = text(LABELS - 8, y + 4, method.name, { 'text-anchor': 'end' });
  const x = position(value);
  if (value > 10 ** LAST_DECADE) {
    const cross = `M${x - 4} ${y - 4}l8 8m0 -8l-8 8`;
    return [label, element('path', { d: cross, stroke: colour, 'stroke-width': 1.5 })];
  }
  return [
    label,
    element('line', {
      x1: position(low),
      x2: position(high),
      y1: y,
      y2: y,
      stroke: colour,
      'stroke-width': 1.5,
    }),
    element('circle', { cx: x, cy: y, r: 4, fill: colour }),
  ];
}

function position(steps: number): number {
  const decades = Math.log10(steps) - FIRST_DECADE;
  const share = Math.min(1, Math.max(0, decades / (LAST_DECADE - FIRST_DECADE)));
  return Number((LABELS + share * AXIS).toFixed(1));
}
