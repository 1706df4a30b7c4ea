import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { AcceptanceLine } from './acceptance-line.tsx';
import { BondTable } from './bond-table.tsx';
import { StepDrawings } from './step-drawings.tsx';
import { StepNavigation } from './step-navigation.tsx';
import type { StepStore } from './step-store.ts';
import { StepVerdict } from './step-verdict.tsx';
import { Terms } from './terms-row.tsx';

/** The panel's id. */
export const STEP_PANEL = 'step-panel';

/** One step of the run, explained: which it is, what it tried, and how that was judged. */
export function StepPanel({ store }: { readonly store: StepStore }) {
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  // Whoever opens the panel goes on from its heading with the keyboard. Only the verdict is brought into view, so that a
  // chart that was clicked stays there too.
  useSignalEffect(() => {
    if (!store.isOpen.value) return;
    queueMicrotask(() => {
      heading.current?.focus({ preventScroll: true });
      panel.current?.querySelector('.step-verdict')?.scrollIntoView({ block: 'nearest' });
    });
  });

  return (
    <section
      class="step-panel"
      id={STEP_PANEL}
      aria-labelledby="step-title"
      hidden={!store.isOpen.value}
      ref={panel}
    >
      {store.isOpen.value && (
        <>
          <div class="step-head">
            <h2 id="step-title" tabIndex={-1} ref={heading}>
              This step
            </h2>
            <button type="button" class="button-quiet" onClick={() => store.close()}>
              Close
            </button>
          </div>
          <StepNavigation store={store} />
          <StepVerdict store={store} />
          <StepDrawings explained={store.explained} />
          <div class="step-numbers">
            <BondTable explained={store.explained} />
            <AcceptanceLine explained={store.explained} />
          </div>
          <Terms />
        </>
      )}
    </section>
  );
}
