import { useComputed } from '@preact/signals';
import { ComparisonRow } from './comparison-row.tsx';
import type { SeedTrials } from './seed-trials.ts';
import type { ShownRun } from './shown-run.ts';
import { bestOf, searchKey } from './trial-summary.ts';

interface ComparisonTableProps {
  /** The page's own first. */
  readonly runs: readonly ShownRun[];
  readonly trials: SeedTrials;
  readonly onRemove: (id: number) => void;
}

/** What the runs have come to, a row for each. */
export function ComparisonTable({ runs, trials, onRemove }: ComparisonTableProps) {
  const bestScores = useComputed(() => bestScoresOf(runs, trials));
  const hasTrials = useComputed(() => trials.bestScores.value.size > 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section class="comparison-scroll" aria-label="Table of the runs" tabIndex={0}>
      <table class="comparison-table">
        <thead>
          <tr>
            <th scope="col">Run</th>
            <th scope="col">Best score</th>
            <th scope="col">Last improvement</th>
            <th scope="col">Accepted</th>
            <th scope="col">Isomers met</th>
            {hasTrials.value && <th scope="col">Found the best</th>}
            <td />
          </tr>
        </thead>
        <tbody>
          {runs.map((shown) => (
            <ComparisonRow
              key={shown.id}
              shown={shown}
              own={runs[0]!}
              trials={trials}
              bestScores={bestScores}
              onRemove={onRemove}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The best score known for each thing that is searched for. Reads signals. */
function bestScoresOf(runs: readonly ShownRun[], trials: SeedTrials): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (const { id, run } of runs) {
    const configuration = run.prepared.value?.configuration;
    if (configuration === undefined) continue;
    const key = searchKey(configuration);
    const record = run.latest.value;
    const scores = [
      ...(best.has(key) ? [best.get(key)!] : []),
      ...(record === null ? [] : [record.bestScore]),
      ...(trials.bestScores.value.get(id) ?? []),
    ];
    const score = bestOf(scores, configuration);
    if (score !== undefined) best.set(key, score);
  }
  return best;
}
