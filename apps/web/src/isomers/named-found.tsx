import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { LatestOnly } from '../latest-only.ts';
import type { KnownNames } from '../names/known-names.ts';
import type { IsomerMet } from '../runner/runner.ts';
import { discoveryInWords, namesMet } from './named-isomers.ts';

/** Time to listen to one announcement before the next. */
const MILLISECONDS = 6000;

interface NamedFoundProps {
  readonly met: ReadonlySignal<readonly IsomerMet[]>;
  readonly names: ReadonlySignal<KnownNames>;
}

/** Tells which of the isomers found have a name here, and a screen reader of the new ones, politely. */
export function NamedFound({ met, names }: NamedFoundProps) {
  const found = useComputed(() => namesMet(met.value, names.value));
  const text = useSignal('');
  const told = useRef(0);
  const speech = useRef<LatestOnly<readonly string[]> | null>(null);
  speech.current ??= new LatestOnly(MILLISECONDS, async (all) => {
    text.value = discoveryInWords(all.slice(told.current));
    told.current = all.length;
  });
  useSignalEffect(() => {
    if (found.value.length < told.current) told.current = 0;
    if (found.value.length > told.current) speech.current?.want(found.value);
  });
  useEffect(() => () => speech.current?.stop(), []);

  const last = found.value.at(-1);
  return (
    <>
      <p class="isomer-named">
        {last !== undefined && (
          <>
            {found.value.length} known by name, the last found: <strong>{last}</strong>
          </>
        )}
      </p>
      <p class="off-screen" role="status" aria-live="polite">
        {text}
      </p>
    </>
  );
}
