import './share.css';
import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { copyText } from '../molecule/copy-text.ts';
import { useRun } from '../run/run-context.ts';
import { linkContents } from './link-contents.ts';
import { runLink } from './run-link.ts';

/** Copies the link of the run that is shown, and shows what the link holds. */
export function ShareButton() {
  const run = useRun();
  const isOpen = useSignal(false);
  const outcome = useSignal('');
  const panel = useRef<HTMLDivElement>(null);
  const panelId = useId();

  useEffect(() => {
    const leave = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
      if (event.type === 'pointerdown' && panel.current?.contains(event.target as Node)) return;
      isOpen.value = false;
    };
    document.addEventListener('keydown', leave);
    document.addEventListener('pointerdown', leave);
    return () => {
      document.removeEventListener('keydown', leave);
      document.removeEventListener('pointerdown', leave);
    };
  }, []);

  const prepared = run.prepared.value;
  if (prepared === null) return null;
  const { configuration } = prepared;
  const pace = run.pace.value;
  const link = new URL(runLink(configuration, pace), location.href).href;
  const share = async () => {
    if (isOpen.value) {
      isOpen.value = false;
      return;
    }
    isOpen.value = true;
    outcome.value = (await copyText(link)) ? 'The link is copied.' : 'Copy the link:';
  };
  return (
    <div class="share" ref={panel}>
      <button
        type="button"
        class="share-button"
        aria-expanded={isOpen.value}
        aria-controls={panelId}
        onClick={share}
      >
        Share
      </button>
      <div id={panelId} class="share-panel" hidden={!isOpen.value}>
        <p class="share-outcome" role="status">
          {outcome}
        </p>
        <input
          type="text"
          class="share-link"
          aria-label="Link to this run"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <p>
          Whoever opens it sees this very run, step for step, or is told that it was made with another
          version. It holds:
        </p>
        <dl class="share-contents">
          {linkContents(configuration, pace).map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p>All other parameters have the value that each run has unless it says otherwise.</p>
      </div>
    </div>
  );
}
