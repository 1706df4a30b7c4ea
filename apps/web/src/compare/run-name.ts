import { differenceInWords } from './difference-in-words.ts';
import type { ShownRun } from './shown-run.ts';

/** What a run is called: its name, or how it differs from the page's own. Reads signals. */
export function runName({ name, isOwn, run }: ShownRun, own: ShownRun): string {
  if (name !== null) return name;
  if (isOwn) return 'This run';
  return runDifference({ run }, own) || 'the same again';
}

/** How a run differs from the page's own, in words; empty if it does not. Reads signals. */
export function runDifference({ run }: Pick<ShownRun, 'run'>, own: ShownRun): string {
  const [prepared, ownPrepared] = [run.prepared.value, own.run.prepared.value];
  if (prepared === null || ownPrepared === null) return '';
  return differenceInWords(prepared.configuration, ownPrepared.configuration);
}
