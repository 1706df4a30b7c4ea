import './step.css';
import { useComputed } from '@preact/signals';
import type { StepStore } from './step-store.ts';

/** The ways to the explanation of a step: of the newest, or of one that made the score worse. */
export function StepBar({ store }: { readonly store: StepStore }) {
  const hasNone = useComputed(() => !store.hasUphill.value);
  const toggle = () => (store.isOpen.value ? store.close() : store.open());
  return (
    <div class="step-bar">
      <button
        type="button"
        class="step-toggle"
        aria-expanded={store.isOpen}
        aria-controls="step-panel"
        onClick={toggle}
      >
        Explain this step
      </button>
      <button type="button" class="step-uphill" disabled={hasNone} onClick={() => store.lookUphill()}>
        Why did the score get worse?
      </button>
    </div>
  );
}
