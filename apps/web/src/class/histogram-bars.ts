import type { ClassBoard } from '@webfaulon/protocol';

type Bin = ClassBoard['histogram'][number];

/** A bar in a unit square, from the left and from the bottom. */
interface Bar {
  readonly bin: Bin;
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

/** Bars at the place of their scores; where each score has its own, as wide as the scores next to one another are apart. */
export function histogramBars(histogram: readonly Bin[]): readonly Bar[] {
  const [first, last] = [histogram[0], histogram.at(-1)];
  if (first === undefined || last === undefined) return [];
  const gaps = histogram.slice(1).map(({ from }, i) => from - histogram[i]!.from);
  const width = gaps.length === 0 ? 1 : Math.min(...gaps);
  const isBinned = first.to > first.from;
  const span = isBinned ? last.to - first.from : last.from - first.from + width;
  const most = Math.max(...histogram.map(({ isomers }) => isomers));
  return histogram.map((bin) => ({
    bin,
    x: (bin.from - first.from) / span,
    width: (isBinned ? bin.to - bin.from : width) / span,
    height: bin.isomers / most,
  }));
}
