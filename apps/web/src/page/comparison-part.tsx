import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useComparison } from '../compare/comparison-context.ts';

/** The comparison, loaded when it is first wanted: by a run with companions, or by its button. */
export function ComparisonPart() {
  const comparison = useComparison();
  const isAsked = useSignal(false);
  const isWanted = useComputed(() => isAsked.value || comparison.others.value.length > 0);
  const loaded = useSignal<{ readonly Comparison: ComponentType } | null>(null);
  useSignalEffect(() => {
    if (!isWanted.value || loaded.peek() !== null) return;
    void import('../compare/comparison.tsx').then(({ Comparison }) => {
      loaded.value = { Comparison };
    });
  });
  if (!isWanted.value) {
    return (
      <button type="button" class="comparison-open" onClick={() => (isAsked.value = true)}>
        Compare with other runs
      </button>
    );
  }
  if (loaded.value === null) return <p class="comparison-loading">Getting the comparison ready …</p>;
  const { Comparison } = loaded.value;
  return <Comparison />;
}
