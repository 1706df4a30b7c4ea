import { randomUUID } from 'node:crypto';
import { type ResolvedConfiguration, totalSteps } from '@webfaulon/sa-core';
import type { Inquirer } from '../annealing/annealing-pool.ts';
import { chargedInquirer } from '../annealing/charged-pool.ts';
import type { Owner } from '../clients/client.ts';
import { IsomerSearch } from '../sessions/isomer-search.ts';
import { IsomerBoard } from './isomer-board.ts';
import type { KeptSearches } from './kept-searches.ts';
import type { ClassChanges, StoredClass, StoredMember } from './stored-class.ts';

/** Two schools' worth of a year, behind one address or many. */
const MAX_MEMBERS = 200;

/** One member's part: the run of the class's configuration with the member's own seed. */
export interface ClassMember {
  readonly id: string;
  /** In the order of joining, from 1. */
  readonly number: number;
  readonly nickname: string | null;
  readonly configuration: ResolvedConfiguration;
  /** How far the run was reported to be played, and by whom: in the turns of that client it is searched. */
  reported: number;
  reporter: string;
  /** Invariant: at most `reported`; up to here the run's isomers are on the board. */
  searched: number;
  /** How many of them there are. */
  found: number;
  /** Present while the run is searched, for as long as there is room for what it has found. */
  search: IsomerSearch | undefined;
  /** Whether the run was searched to its end: later reports bring nothing new. */
  hasEnded: boolean;
}

/**
 * A class: members who run one configuration, each with a seed of their own, and the board of what they find. A run is a function
 * of its configuration, so a member reports a step, and what was found up to it is computed here: wherever the run is
 * played, nothing can be claimed that was not found.
 */
export class AnnealingClass {
  readonly code: string;
  readonly title: string | null;
  /** That of the first member. */
  readonly configuration: ResolvedConfiguration;
  /** For whom it counts. */
  readonly owner: Owner;
  readonly totalSteps: number;
  readonly board = new IsomerBoard();
  /** When somebody last used it; milliseconds. */
  lastActive: number;
  private readonly pool: Inquirer;
  private readonly searches: KeptSearches;
  private readonly membersById = new Map<string, ClassMember>();
  /** Invariant: at least the number of members; more while one is being let in. */
  private seedsGiven = 0;
  /** Given, and with nobody: they go to the next, so that a join that failed costs no place. */
  private readonly returnedSeeds: number[] = [];
  private readonly changedMembers = new Set<ClassMember>();
  private isSearching = false;
  private isClosed = false;

  constructor(
    { code, title, configuration, owner }: Pick<StoredClass, 'code' | 'title' | 'configuration' | 'owner'>,
    pool: Inquirer,
    searches: KeptSearches,
    now: number,
  ) {
    this.code = code;
    this.title = title;
    this.configuration = configuration;
    this.owner = owner;
    this.totalSteps = totalSteps(configuration);
    this.pool = pool;
    this.searches = searches;
    this.lastActive = now;
  }

  /** A class as an earlier process left it. What was reported and not searched yet is searched now. */
  static restored(stored: StoredClass, pool: Inquirer, searches: KeptSearches, now: number): AnnealingClass {
    const { seedsGiven, members, isomers } = stored;
    const restored = new AnnealingClass(stored, pool, searches, now);
    restored.seedsGiven = seedsGiven;
    for (const member of members) restored.membersById.set(member.id, { ...member, search: undefined });
    for (const isomer of isomers) restored.board.restore(isomer);
    void restored.searchOn();
    return restored;
  }

  /**
   * What has changed since it was last asked, of members and board; and the class itself.
   *
   * @param lastActive milliseconds since 1970
   */
  takeChanges(lastActive: number): ClassChanges {
    const { code, title, configuration, owner, seedsGiven } = this;
    const members = Array.from(
      this.changedMembers,
      ({ search: _, ...member }): StoredMember => ({ ...member }),
    );
    this.changedMembers.clear();
    const isomers = this.board.takeChanges();
    return { code, title, configuration, owner, seedsGiven, lastActive, members, isomers };
  }

  get hasChanges(): boolean {
    return this.changedMembers.size > 0;
  }

  get members(): readonly ClassMember[] {
    return [...this.membersById.values()];
  }

  get isUpToDate(): boolean {
    return this.members.every(({ searched, reported }) => searched === reported);
  }

  /** The seed of the next member's run, which it keeps for that member; undefined when the class is full. */
  nextSeed(): number | undefined {
    const returned = this.returnedSeeds.pop();
    if (returned !== undefined) return returned;
    if (this.seedsGiven >= MAX_MEMBERS) return undefined;
    return nthSeed(this.configuration.seed, this.seedsGiven++);
  }

  /** For a seed with which nobody has joined. */
  returnSeed(seed: number): void {
    this.returnedSeeds.push(seed);
  }

  /** @param configuration that of the class with a seed of {@link nextSeed} */
  join(nickname: string | null, configuration: ResolvedConfiguration): ClassMember {
    const member: ClassMember = {
      id: randomUUID(),
      number: this.membersById.size + 1,
      nickname,
      configuration,
      reported: 0,
      reporter: '',
      searched: 0,
      found: 0,
      search: undefined,
      hasEnded: false,
    };
    this.membersById.set(member.id, member);
    this.changedMembers.add(member);
    return member;
  }

  /**
   * Notes how far a member's run was played; false if nobody has this id.
   *
   * @param client who reports
   */
  report(memberId: string, step: number, client: string): boolean {
    const member = this.membersById.get(memberId);
    if (member === undefined) return false;
    const reported = Math.min(step, this.totalSteps);
    if (reported > member.reported) {
      member.reported = reported;
      member.reporter = client;
      this.changedMembers.add(member);
      if (member.hasEnded) member.searched = reported;
      void this.searchOn();
    }
    return true;
  }

  close(): void {
    this.isClosed = true;
    for (const { search } of this.members) if (search !== undefined) this.searches.forget(search);
  }

  /** Searches what was reported, a piece of one member's run after the other: a class takes one thread at most. */
  private async searchOn(): Promise<void> {
    if (this.isSearching) return;
    this.isSearching = true;
    for (let member = this.nextBehind(); member !== undefined; member = this.nextBehind()) {
      if (!(await this.searchFor(member))) break;
    }
    this.isSearching = false;
  }

  private nextBehind(): ClassMember | undefined {
    return this.isClosed ? undefined : this.members.find(({ searched, reported }) => searched < reported);
  }

  /** False where the search failed; the next report tries again. */
  private async searchFor(member: ClassMember): Promise<boolean> {
    const { configuration } = member;
    const isClosed = () => this.isClosed;
    member.search ??= new IsomerSearch({
      configuration,
      get isAbandoned() {
        return isClosed();
      },
    });
    const pool = chargedInquirer(this.pool, () => member.reporter);
    const { search } = member;
    const searched = await search.reach(member.reported, pool);
    if (searched.ok !== true) return false;
    const { found, smiles, step, isComplete } = searched;
    for (let i = member.found; i < found.codes.length; i++) {
      this.board.add({ code: found.codes[i]!, smiles: smiles[i]!, score: found.energies[i]! }, member);
    }
    // After a restart the search begins anew, and for a while is behind what is on the board.
    member.found = Math.max(member.found, found.codes.length);
    // A stop rule may have ended the run before the step that was reported.
    member.searched = isComplete ? member.reported : Math.max(member.searched, step);
    this.changedMembers.add(member);
    const letGo = () => {
      if (member.search === search) member.search = undefined;
    };
    if (isComplete) {
      member.hasEnded = true;
      this.searches.forget(search);
      letGo();
    } else if (!this.isClosed) {
      this.searches.keep(search, found.codes.length, letGo);
    }
    return true;
  }
}

/** The seed of the n-th member: all different, and safe integers wherever they begin. */
function nthSeed(first: number, n: number): number {
  return first + MAX_MEMBERS > Number.MAX_SAFE_INTEGER ? first - n : first + n;
}
