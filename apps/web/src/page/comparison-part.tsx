import { useComputed, useSignal } from '@preact/signals';
import { useComparison } from '../compare/comparison-context.ts';
import { lazyPart } from '../lazy-part.tsx';

const Comparison = lazyPart(
  async () => (await import('../compare/comparison.tsx')).Comparison,
  <p class="comparison-loading">Getting the comparison ready …</p>,
);

/** The comparison, shown when it is first wanted: by a run with companions, or by its button. */
export function ComparisonPart() {
  const comparison = useComparison();
  const isAsked = useSignal(false);
  const isWanted = useComputed(() => isAsked.value || comparison.others.value.length > 0);
  if (isWanted.value) return <Comparison />;
  return (
    <button type="button" class="comparison-open" onClick={() => (isAsked.value = true)}>
      Compare with other runs
    </button>
  );
}
