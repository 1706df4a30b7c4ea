import './step.css';
import { useComputed } from '@preact/signals';
import { STEP_PANEL } from './step-panel.tsx';
import type { StepStore } from './step-store.ts';

/** The ways to the explanation of a step: of the newest, or of one that made the score worse. */
export function StepBar({ store }: { readonly store: StepStore }) {
  const hasNone = useComputed(() => !store.hasUphill.value);
  const toggle = () => {
    if (store.isOpen.value) {
      store.close();
      return;
    }
    store.open();
    reveal();
  };
  const lookUphill = async () => {
    if (await store.lookUphill()) reveal();
  };
  return (
    <div class="step-bar">
      <button
        type="button"
        class="step-toggle"
        aria-expanded={store.isOpen}
        aria-controls={STEP_PANEL}
        onClick={toggle}
      >
        Explain this step
      </button>
      <button type="button" class="step-uphill" disabled={hasNone} onClick={lookUphill}>
        Why did the score get worse?
      </button>
    </div>
  );
}

/** Brings the panel into view, once it is drawn. */
function reveal(): void {
  requestAnimationFrame(() => document.getElementById(STEP_PANEL)?.scrollIntoView({ block: 'nearest' }));
}
