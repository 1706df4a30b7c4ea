import type { Checkpoint, DiscoveryState } from '@webfaulon/sa-core';
import type { Inquirer } from '../annealing/annealing-pool.ts';
import type { RunComputation } from './run-computation.ts';
import type { Inquired } from './run-inquiry.ts';

/** Long enough that handing over what was found, up to half a megabyte, is a small part of it. */
const PIECE_MILLISECONDS = 20;
/** An answer that takes longer comes with what is found so far. */
const MAX_MILLISECONDS = 200;
/** Up to half a megabyte each. What is dropped is searched again from the start. */
const MAX_SEARCHES = 100;

/** The isomers found up to a step. */
export interface SearchedRun {
  readonly step: number;
  readonly found: DiscoveryState;
  /** Canonical Kekulé SMILES, as long as the columns of `found`. */
  readonly smiles: readonly string[];
  /** Whether the run ends here. */
  readonly isComplete: boolean;
}

/** A run that can be searched, until it is abandoned. */
type SearchableRun = Pick<RunComputation, 'configuration' | 'isAbandoned'>;

/**
 * Finds which isomers a run has met, by computing it again from its start when somebody asks: to watch each run as it is computed
 * would slow down all of them for the few whose gallery is looked at. A search goes on where it ended, so that asking every
 * second costs no more than asking once.
 */
export class IsomerSearch {
  private readonly computation: SearchableRun;
  /** Invariant: both of the same step. */
  private searched: SearchedRun | undefined;
  private checkpoint: Checkpoint | null = null;
  /** Requests take their turn, as two pieces from one place would be one too many. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(computation: SearchableRun) {
    this.computation = computation;
  }

  get present(): SearchedRun | undefined {
    return this.searched;
  }

  /** Searches on up to a step, as far as the time goes, on the threads of who asks. */
  reach(step: number, pool: Inquirer): Promise<Inquired<SearchedRun>> {
    const reached = this.last.then(() => this.search(step, pool));
    this.last = reached;
    return reached;
  }

  private async search(step: number, pool: Inquirer): Promise<Inquired<SearchedRun>> {
    const deadline = performance.now() + MAX_MILLISECONDS;
    const { configuration } = this.computation;
    while (
      this.searched === undefined ||
      (this.searched.step < step && !this.searched.isComplete && performance.now() < deadline)
    ) {
      const answer = await pool.inquire(
        {
          about: 'isomers',
          configuration,
          checkpoint: this.checkpoint,
          found: this.searched?.found ?? null,
          to: step,
          milliseconds: PIECE_MILLISECONDS,
        },
        {
          sliceClass: this.searched === undefined ? 'prompt' : 'unthrottled',
          isStale: () => this.computation.isAbandoned,
        },
      );
      if (answer.ok !== true) return answer;
      this.checkpoint = answer.checkpoint;
      const smiles = [...(this.searched?.smiles ?? []), ...answer.newSmiles];
      this.searched = {
        step: answer.checkpoint.step,
        found: answer.found,
        smiles,
        isComplete: answer.isComplete,
      };
    }
    return { ok: true, ...this.searched };
  }
}

/** The searches that are kept: of the runs asked about last, at most MAX_SEARCHES. */
export class IsomerSearches {
  /** Invariant: in the order of last use. */
  private readonly searches = new Map<RunComputation, IsomerSearch>();

  /** The isomers that a run has met up to a step that it has played, or up to an earlier one if there are many to go through. */
  find(computation: RunComputation, step: number, pool: Inquirer): Promise<Inquired<SearchedRun>> {
    const search = this.searches.get(computation) ?? new IsomerSearch(computation);
    this.searches.delete(computation);
    this.searches.set(computation, search);
    for (const oldest of this.searches.keys()) {
      if (this.searches.size <= MAX_SEARCHES && !oldest.isAbandoned) break;
      this.searches.delete(oldest);
    }
    return search.reach(step, pool);
  }

  /** What was found of a run so far, if anybody asked. */
  peek(computation: RunComputation): SearchedRun | undefined {
    return this.searches.get(computation)?.present;
  }
}
