import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatCount, formatScore } from '../format.ts';
import type { IsomerMet } from '../runner/runner.ts';
import { type ScoreBar, scoreHistogram } from './score-histogram.ts';

const WIDTH = 320;
const HEIGHT = 150;
const LEFT = 34;
const TOP = 8;
const BOTTOM = 36;
/** No bar is wider, so that the first few isomers do not fill the picture. */
const MAX_BAR = 28;

/** How many of the isomers found have which score. */
export function Histogram({ met }: { readonly met: ReadonlySignal<readonly IsomerMet[]> }) {
  const bars = useComputed(() => scoreHistogram(met.value.map(({ score }) => score))).value;
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const width = Math.min(MAX_BAR, (WIDTH - LEFT) / Math.max(1, bars.length));
  const base = HEIGHT - BOTTOM;
  const height = (count: number) => ((base - TOP) * count) / most;
  return (
    <figure class="isomer-figure">
      <figcaption>Scores of the isomers found</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={inWords(bars)}>
        <line class="figure-axis" x1={LEFT} y1={base} x2={WIDTH} y2={base} />
        <text class="figure-text" x={LEFT - 6} y={TOP + 6} text-anchor="end">
          {formatCount(most)}
        </text>
        <text class="figure-text" x={LEFT - 6} y={base} text-anchor="end">
          0
        </text>
        <text class="figure-text" x={LEFT} y={HEIGHT - 4}>
          score
        </text>
        {bars.map((bar, i) => (
          <rect
            key={bar.low}
            class="figure-bar"
            x={LEFT + i * width + 0.5}
            width={width - 1}
            y={base - height(bar.count)}
            height={height(bar.count)}
          >
            <title>{`${range(bar)}: ${formatCount(bar.count)}`}</title>
          </rect>
        ))}
        {labelled(bars).map((i) => (
          <text key={i} class="figure-text" x={LEFT + (i + 0.5) * width} y={base + 14} text-anchor="middle">
            {formatScore(bars[i]!.low)}
          </text>
        ))}
      </svg>
    </figure>
  );
}

/** The bars whose scores are written below them: few enough not to touch. */
function labelled(bars: readonly ScoreBar[]): number[] {
  const every = Math.ceil(bars.length / 7);
  return bars.map((_, i) => i).filter((i) => i % every === 0);
}

function range({ low, high }: ScoreBar): string {
  return high - low === 1
    ? `score ${formatScore(low)}`
    : `scores from ${formatScore(low)} to below ${formatScore(high)}`;
}

function inWords(bars: readonly ScoreBar[]): string {
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return 'Histogram of scores, still empty.';
  const fullest = bars.reduce((most, bar) => (bar.count > most.count ? bar : most));
  return `Histogram of scores from ${formatScore(first.low)} to ${formatScore(last.low)}; most isomers, ${formatCount(fullest.count)}, have ${range(fullest)}.`;
}
