import type { ResolvedConfiguration } from '@webfaulon/sa-core';
import type { Owner } from '../clients/client.ts';
import type { Store } from '../store/store.ts';
import type { WriteQueue } from '../store/write-queue.ts';
import type { FoundIsomer } from './isomer-board.ts';

/*
 * A class stands in the store as itself, ['class', code]; its members, ['member', code, number]; and the isomers of its board in the
 * order in which they were found, ['isomer', code, index from 0]. What a member has found and how much of it is on the board are
 * written together, so that nothing is put there twice.
 */

export interface StoredMember {
  readonly id: string;
  readonly number: number;
  readonly nickname: string | null;
  readonly configuration: ResolvedConfiguration;
  readonly reported: number;
  readonly reporter: string;
  readonly searched: number;
  readonly found: number;
  readonly hasEnded: boolean;
}

interface StoredIsomer extends FoundIsomer {
  readonly code: string;
}

export interface StoredClass {
  readonly code: string;
  readonly title: string | null;
  readonly configuration: ResolvedConfiguration;
  readonly owner: Owner;
  readonly seedsGiven: number;
  /** When somebody last used it; milliseconds since 1970. */
  readonly lastActive: number;
  readonly members: readonly StoredMember[];
  readonly isomers: readonly StoredIsomer[];
}

/** What has changed of a class since it was last written. */
export type ClassChanges = StoredClass & { readonly isomers: readonly (StoredIsomer & { index: number })[] };

export function putClass(queue: WriteQueue, changes: ClassChanges): void {
  const { members, isomers, ...itself } = changes;
  queue.put(['class', itself.code], JSON.stringify(itself));
  for (const member of members) queue.put(['member', itself.code, member.number], JSON.stringify(member));
  for (const { index, ...isomer } of isomers)
    queue.put(['isomer', itself.code, index], JSON.stringify(isomer));
}

export function removeClass(queue: WriteQueue, code: string, members: number, isomers: number): void {
  queue.remove(['class', code]);
  for (let number = 1; number <= members; number++) queue.remove(['member', code, number]);
  for (let index = 0; index < isomers; index++) queue.remove(['isomer', code, index]);
}

export function readClasses(store: Store): StoredClass[] {
  return [...store.entries(['class'])].map(([[, code], value]) => ({
    ...(JSON.parse(value) as Omit<StoredClass, 'members' | 'isomers'>),
    members: [...store.entries(['member', code!])].map(([, member]) => JSON.parse(member) as StoredMember),
    isomers: [...store.entries(['isomer', code!])].map(([, isomer]) => JSON.parse(isomer) as StoredIsomer),
  }));
}
