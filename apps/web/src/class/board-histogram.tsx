import type { ClassBoard } from '@webfaulon/protocol';
import { formatCount, formatScore } from '../format.ts';
import { histogramInWords, scoresOf } from './board-words.ts';
import { histogramBars } from './histogram-bars.ts';

const WIDTH = 400;
const HEIGHT = 120;
const GAP = 1;

/** How many of the isomers found have which score. */
export function BoardHistogram({ histogram }: { readonly histogram: ClassBoard['histogram'] }) {
  const [first, last] = [histogram[0], histogram.at(-1)];
  const most = Math.max(0, ...histogram.map(({ isomers }) => isomers));
  return (
    <figure class="board-histogram">
      <figcaption>
        <span>Isomers found, by score</span>
        <span class="board-tallest">{most > 0 && `tallest bar: ${formatCount(most)}`}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={histogramInWords(histogram)}
      >
        {histogramBars(histogram).map(({ bin, x, width, height }) => (
          <rect
            key={bin.from}
            x={x * WIDTH}
            y={(1 - height) * HEIGHT}
            width={Math.max(GAP, width * WIDTH - GAP)}
            height={height * HEIGHT}
          >
            <title>
              {formatCount(bin.isomers)} {scoresOf(bin)}
            </title>
          </rect>
        ))}
      </svg>
      <p class="board-scale">
        <span>{first === undefined ? '' : formatScore(first.from)}</span>
        <span>score</span>
        <span>{last === undefined ? '' : formatScore(last.to)}</span>
      </p>
    </figure>
  );
}
