import './share.css';
import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useRun } from '../run/run-context.ts';
import { type Notice, reconnectingText } from './notice.ts';
import type { Visit } from './use-visit.ts';

/** Time to read that all is well again. */
const MILLISECONDS = 5000;
/** Failures of a run that is shown after which it can go on elsewhere. */
const MENDABLE: readonly string[] = ['session_not_found', 'unreachable'];

/** Says when the connection, the run or a link is lost, and offers what can be done. It lies over the page: nothing moves. */
export function RunNotice({ visit }: { readonly visit: Visit }) {
  const run = useRun();
  const isBack = useBackAgain();
  const notice = useComputed((): Notice | null => {
    const { value: failure } = run.failure;
    const isReconnecting = run.link.value === 'reconnecting';
    const milliseconds = run.retryMilliseconds.value;
    const place = run.prepared.value === null ? null : run.place();
    if (visit.notice.value !== null || place === null) return visit.notice.value;
    if (isReconnecting) {
      return {
        text: reconnectingText(milliseconds),
        choices: [
          { label: 'Try now', choose: () => void run.reconnectNow() },
          { label: 'Go on in this browser', choose: () => void visit.continueHere(run.place() ?? place) },
        ],
      };
    }
    if (failure !== null && MENDABLE.includes(failure.code)) return visit.noticeOf(failure, place);
    return isBack.value ? { text: 'Back again, nothing lost.', choices: [] } : null;
  });
  return (
    <div class="run-notice" role="status" data-empty={notice.value === null}>
      <p>{notice.value?.text}</p>
      {notice.value?.choices.map(({ label, choose }) => (
        <button key={label} type="button" onClick={choose}>
          {label}
        </button>
      ))}
      {visit.notice.value !== null && (
        <button type="button" class="button-quiet" onClick={() => (visit.notice.value = null)}>
          Close
        </button>
      )}
    </div>
  );
}

/** True for a while after a lost connection is back. */
function useBackAgain() {
  const run = useRun();
  const isBack = useSignal(false);
  const wasLost = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useSignalEffect(() => {
    const link = run.link.value;
    isBack.value = wasLost.current && link === 'live' && run.engine.peek() === 'server';
    wasLost.current = link === 'reconnecting';
    clearTimeout(timer.current);
    timer.current = setTimeout(() => (isBack.value = false), MILLISECONDS);
  });
  useEffect(() => {
    // A computer that wakes up need not wait.
    const reconnect = () => void run.reconnectNow();
    addEventListener('online', reconnect);
    return () => {
      removeEventListener('online', reconnect);
      clearTimeout(timer.current);
    };
  }, []);
  return isBack;
}
