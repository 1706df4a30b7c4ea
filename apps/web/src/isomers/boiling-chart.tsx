import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { KnownNames } from '../names/known-names.ts';
import type { IsomerMet } from '../runner/runner.ts';
import { type BoilingAlkane, boilingAlkanes } from './boiling-points-found.ts';
import { boilingWords } from './boiling-words.ts';

const WIDTH = 320;
const HEIGHT = 150;
const LEFT = 34;
const RIGHT = 8;
const TOP = 8;
const BOTTOM = 36;

interface BoilingChartProps {
  readonly met: ReadonlySignal<readonly IsomerMet[]>;
  readonly names: ReadonlySignal<KnownNames>;
}

/**
 * Measured boiling points against the Wiener index, as the alkanes are found (Wiener 1947). Nothing where the formula is
 * not that of an alkane with known boiling points. The axes are those of all its isomers, so that no point ever moves.
 */
export function BoilingChart({ met, names }: BoilingChartProps) {
  const all = useComputed(() => boilingAlkanes(names.value.keys(), names.value)).value;
  const found = useComputed(() =>
    boilingAlkanes(
      met.value.map(({ smiles }) => smiles),
      names.value,
    ),
  ).value;
  if (all.length < 2) return null;
  const x = scale(
    all.map(({ wiener }) => wiener),
    LEFT + 8,
    WIDTH - RIGHT,
  );
  const y = scale(
    all.map(({ boilingPoint }) => boilingPoint),
    HEIGHT - BOTTOM - 8,
    TOP,
  );
  const base = HEIGHT - BOTTOM;
  // The others are too close to each other to be named in the picture.
  const longest = found.find(({ wiener }) => wiener === x.ends.at(-1));
  return (
    <>
      <figure class="isomer-figure">
        <figcaption>Boiling points found, in °C</figcaption>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={inWords(found)}>
          <line class="figure-axis" x1={LEFT} y1={base} x2={WIDTH} y2={base} />
          <line class="figure-axis" x1={LEFT} y1={TOP} x2={LEFT} y2={base} />
          {y.ends.map((end) => (
            <text key={end} class="figure-text" x={LEFT - 6} y={y.at(end) + 4} text-anchor="end">
              {Math.round(end)}
            </text>
          ))}
          {x.ends.map((end) => (
            <text key={end} class="figure-text" x={x.at(end)} y={base + 14} text-anchor="middle">
              {end}
            </text>
          ))}
          <text class="figure-text" x={LEFT} y={HEIGHT - 4}>
            Wiener index
          </text>
          {found.map(({ name, wiener, boilingPoint }) => (
            <circle key={name} class="figure-point" cx={x.at(wiener)} cy={y.at(boilingPoint)} r="4">
              <title>{`${name}: Wiener index ${wiener}, boils at ${boilingPoint} °C`}</title>
            </circle>
          ))}
          {longest !== undefined && (
            <text
              class="figure-text"
              x={x.at(longest.wiener) + 4}
              y={y.at(longest.boilingPoint) + 18}
              text-anchor="end"
            >
              {longest.name}
            </text>
          )}
        </svg>
      </figure>
      <p class="isomer-words" data-changes="true">
        {boilingWords(found)}
      </p>
    </>
  );
}

function scale(values: readonly number[], from: number, to: number) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const at = (value: number) => from + ((to - from) * (value - low)) / (high - low || 1);
  return { at, ends: low === high ? [low] : [low, high] };
}

function inWords(found: readonly BoilingAlkane[]): string {
  const points = found.map(
    ({ name, wiener, boilingPoint }) => `${name} ${wiener}, ${boilingPoint} degrees Celsius`,
  );
  return `Boiling points against Wiener index: ${points.join('; ') || 'none yet'}.`;
}
