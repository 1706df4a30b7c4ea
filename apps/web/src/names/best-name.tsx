import { useComputed } from '@preact/signals';
import { useRun } from '../run/run-context.ts';
import { NAME_SOURCES } from './known-group.ts';
import { nameOf } from './known-names.ts';
import { useKnownNames } from './use-known-names.ts';

/** What the best molecule is called, where that is known. */
export function BestName() {
  const run = useRun();
  const names = useKnownNames();
  const best = useComputed(() => run.latest.value?.bestSmiles ?? null);
  const known = useComputed(() => (best.value === null ? undefined : nameOf(best.value, names.value)));
  if (known.value === undefined) return null;
  return (
    <span title={`Name: ${NAME_SOURCES[known.value.source]}`}>
      You found <strong>{known.value.name}</strong>
    </span>
  );
}
