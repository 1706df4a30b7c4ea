import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatCount, formatScore, formatShare } from '../format.ts';
import { runName } from './run-name.ts';
import type { SeedTrials } from './seed-trials.ts';
import type { ShownRun } from './shown-run.ts';
import { Swatch } from './swatch.tsx';
import { searchKey, trialSummary } from './trial-summary.ts';
import { useIsomerFacts } from './use-isomer-facts.ts';

interface ComparisonRowProps {
  readonly shown: ShownRun;
  readonly own: ShownRun;
  readonly trials: SeedTrials;
  /** The best score known, by what is searched for. */
  readonly bestScores: ReadonlySignal<ReadonlyMap<string, number>>;
  readonly onRemove: (id: number) => void;
}

export function ComparisonRow({ shown, own, trials, bestScores, onRemove }: ComparisonRowProps) {
  const { id, slot, run, isOwn } = shown;
  const facts = useIsomerFacts(run);
  const name = useComputed(() => runName(shown, own));
  const known = useComputed(() => {
    const configuration = run.prepared.value?.configuration;
    return configuration === undefined ? undefined : bestScores.value.get(searchKey(configuration));
  });
  const score = useComputed(() => run.latest.value?.bestScore);
  const isBest = useComputed(() => score.value !== undefined && score.value === known.value);
  const bestStep = useComputed(() => formatCount(facts.value?.bestStep ?? run.bestFoundAt.value));
  const accepted = useComputed(() => {
    const record = run.latest.value;
    if (record === null || record.step === 0) return '–';
    return `${formatCount(record.acceptedMoves)} (${formatShare(record.acceptedMoves / record.step)})`;
  });
  const found = useComputed(() => {
    const scores = trials.bestScores.value.get(id);
    if (scores === undefined || known.value === undefined) return '–';
    const summary = trialSummary(scores, known.value);
    return `${summary.found} of ${summary.trials} seeds`;
  });
  const hasTrials = useComputed(() => trials.bestScores.value.size > 0);
  return (
    <tr>
      <th scope="row">
        <Swatch slot={slot} />
        {name}
      </th>
      <td data-best={isBest}>
        {score.value === undefined ? '–' : formatScore(score.value)}
        {isBest.value && <span class="off-screen"> (the best)</span>}
      </td>
      <td>step {bestStep}</td>
      <td>{accepted}</td>
      <td>{facts.value === null ? '–' : formatCount(facts.value.count)}</td>
      {hasTrials.value && <td>{found}</td>}
      <td>
        {!isOwn && (
          <button type="button" class="button-quiet" onClick={() => onRemove(id)}>
            Remove<span class="off-screen"> {name}</span>
          </button>
        )}
      </td>
    </tr>
  );
}
