import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { LatestOnly } from '../latest-only.ts';
import { useRun } from '../run/run-context.ts';
import { NAME_SOURCES } from './known-group.ts';
import { nameOf } from './known-names.ts';
import { useKnownNames } from './use-known-names.ts';

/** Time to listen to one announcement before the next. */
const MILLISECONDS = 4000;

/** What the best molecule is called, where that is known; a screen reader is told too, of the newest. */
export function BestName() {
  const run = useRun();
  const names = useKnownNames();
  const best = useComputed(() => run.latest.value?.bestSmiles ?? null);
  const known = useComputed(() => (best.value === null ? undefined : nameOf(best.value, names.value)));
  const text = useSignal('');
  const speech = useRef<LatestOnly<string> | null>(null);
  speech.current ??= new LatestOnly(MILLISECONDS, async (name) => {
    text.value = `The best molecule so far is ${name}.`;
  });
  useSignalEffect(() => {
    if (known.value !== undefined) speech.current?.want(known.value.name);
  });
  useEffect(() => () => speech.current?.stop(), []);

  return (
    <>
      {known.value !== undefined && (
        <span title={`Name: ${NAME_SOURCES[known.value.source]}`}>
          You found <strong>{known.value.name}</strong>
        </span>
      )}
      <span class="off-screen" role="status" aria-live="polite">
        {text}
      </span>
    </>
  );
}
