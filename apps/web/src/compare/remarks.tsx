import { runDifference } from './run-name.ts';
import type { ShownRun } from './shown-run.ts';
import { Swatch } from './swatch.tsx';

/** What a guided comparison says of its runs. */
export function Remarks({ runs }: { readonly runs: readonly ShownRun[] }) {
  const remarked = runs.filter(({ remark }) => remark !== null);
  if (remarked.length === 0) return null;
  return (
    <ul class="comparison-remarks">
      {remarked.map((shown) => {
        const difference = shown.isOwn ? '' : runDifference(shown, runs[0]!);
        return (
          <li key={shown.id}>
            <Swatch slot={shown.slot} />
            <strong>{shown.name}</strong>
            {difference !== '' && ` (${difference})`} {shown.remark}
          </li>
        );
      })}
    </ul>
  );
}
