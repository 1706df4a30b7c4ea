import { randomInt } from 'node:crypto';
import type { ResolvedConfiguration } from '@webfaulon/sa-core';
import type { Inquirer } from '../annealing/annealing-pool.ts';
import { isComputedHere } from '../annealing/versions.ts';
import type { Owner } from '../clients/client.ts';
import { Holdings, type Overdrawn } from '../clients/holdings.ts';
import { AnnealingClass } from './annealing-class.ts';
import type { ClassJournal } from './class-journal.ts';
import { KeptSearches } from './kept-searches.ts';

const MAX_CLASSES = 50;
const MAX_EXPIRY_INTERVAL_MILLISECONDS = 10_000;
/** Without letters and digits that are taken for one another, or that make words. */
const ALPHABET = 'CDFGHJKMNPQRTVWXY34679';
const CODE_LENGTH = 6;

/** A new class, or what has as many as it may. */
type Opening =
  | { readonly ok: true; readonly opened: AnnealingClass }
  | { readonly ok: false; readonly full: Overdrawn | 'server' };

/** All classes of the server: at most MAX_CLASSES, each gone when nobody has used it for its time to live. */
export class ClassRegistry {
  readonly ttlSeconds: number;
  private readonly classes = new Map<string, AnnealingClass>();
  private readonly holdings: Holdings;
  private readonly pool: Inquirer;
  private readonly journal: ClassJournal;
  private readonly searches = new KeptSearches();
  private readonly timer: NodeJS.Timeout;
  private readonly now = () => performance.now();

  constructor(pool: Inquirer, ttlSeconds: number, maxPerAddress: number, journal: ClassJournal) {
    this.pool = pool;
    this.ttlSeconds = ttlSeconds;
    this.holdings = new Holdings({ perClient: maxPerAddress, perAddress: maxPerAddress });
    this.journal = journal;
    this.takeUp();
    const interval = Math.min(ttlSeconds * 500, MAX_EXPIRY_INTERVAL_MILLISECONDS);
    this.timer = setInterval(() => this.expire(), interval);
    this.timer.unref();
  }

  open(configuration: ResolvedConfiguration, title: string | null, owner: Owner): Opening {
    this.expire();
    const full = this.classes.size >= MAX_CLASSES ? 'server' : this.holdings.overdrawn(owner);
    if (full !== undefined) return { ok: false, full };
    let code = newCode();
    while (this.classes.has(code)) code = newCode();
    const itself = { code, title, configuration, owner };
    const opened = new AnnealingClass(itself, this.pool, this.searches, this.now());
    this.admit(opened);
    return { ok: true, opened };
  }

  /** The class of a code, in capitals or small letters, whose time to live starts anew. */
  find(code: string): AnnealingClass | undefined {
    this.expire();
    const found = this.classes.get(code.toUpperCase());
    if (found !== undefined) found.lastActive = this.now();
    return found;
  }

  close(): void {
    clearInterval(this.timer);
    for (const each of this.classes.values()) each.close();
    this.classes.clear();
  }

  private admit(admitted: AnnealingClass): void {
    this.classes.set(admitted.code, admitted);
    this.holdings.add(admitted.owner);
    this.journal.admit(admitted);
  }

  private expire(): void {
    for (const each of [...this.classes.values()]) {
      if (this.now() - each.lastActive <= this.ttlSeconds * 1000) continue;
      each.close();
      this.classes.delete(each.code);
      this.holdings.remove(each.owner);
      this.journal.remove(each);
    }
  }

  /** What another version has begun is closed: its members would find other isomers than the board has. */
  private takeUp(): void {
    for (const stored of this.journal.read()) {
      // A clock that was put back makes nothing older than now.
      const lastActive = this.now() - Math.max(0, Date.now() - stored.lastActive);
      const restored = AnnealingClass.restored(stored, this.pool, this.searches, lastActive);
      this.admit(restored);
      if (!isComputedHere(stored.configuration)) restored.lastActive = Number.NEGATIVE_INFINITY;
    }
    this.expire();
  }
}

function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
