import type { IsomerSearch } from '../sessions/isomer-search.ts';

/** Of some 250 bytes each. */
const MAX_ISOMERS = 400_000;

/**
 * What the searches of all classes keep, within a bound: those that went on last. One that is let go begins anew when it is gone on
 * with.
 */
export class KeptSearches {
  private readonly maxIsomers: number;
  /** Isomers of each. Invariant: in the order in which they went on; `isomers` is the sum. */
  private readonly searches = new Map<IsomerSearch, { readonly size: number; readonly letGo: () => void }>();
  private isomers = 0;

  constructor(maxIsomers = MAX_ISOMERS) {
    this.maxIsomers = maxIsomers;
  }

  /** The isomers that are kept in all. */
  get size(): number {
    return this.isomers;
  }

  /** Notes that a search has gone on, and lets others go where there are too many isomers now. */
  keep(search: IsomerSearch, size: number, letGo: () => void): void {
    this.forget(search);
    this.searches.set(search, { size, letGo });
    this.isomers += size;
    for (const [oldest, kept] of this.searches) {
      if (this.isomers <= this.maxIsomers || oldest === search) break;
      this.forget(oldest);
      kept.letGo();
    }
  }

  /** For a search that is over. */
  forget(search: IsomerSearch): void {
    this.isomers -= this.searches.get(search)?.size ?? 0;
    this.searches.delete(search);
  }
}
