import type { RunStore } from '../run/run-store.ts';
import type { ComparedRun, ComparisonStore } from './comparison-store.ts';

/** A run of the chart and the table, the page's own or another. */
export interface ShownRun extends Pick<ComparedRun, 'id' | 'slot' | 'name' | 'remark'> {
  readonly isOwn: boolean;
  readonly run: RunStore;
}

/** The id of the page's own run; those of others begin with 1. */
const OWN_ID = 0;

/** All runs that are compared, the page's own first. */
export function shownRuns(own: RunStore, { others, ownCaption }: ComparisonStore): readonly ShownRun[] {
  return [
    { id: OWN_ID, slot: 0, ...ownCaption.value, isOwn: true, run: own },
    ...others.value.map((other) => ({ ...other, isOwn: false })),
  ];
}
