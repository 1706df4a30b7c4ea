import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ApiClient } from '@webfaulon/client';
import { type Configuration, totalSteps } from '@webfaulon/sa-core';
import type { RunStore } from '../run/run-store.ts';
import type { RunnerClock } from '../runner/runner-clock.ts';
import type { RunPlan } from '../setup/setup.ts';
import { BoardWatch, type Visibility } from './board-watch.ts';
import type { ClassAddress } from './class-address.ts';
import { ClassReporter } from './class-reporter.ts';
import { type ClassTrouble, troubleOf } from './class-trouble.ts';
import { isSameRun, type Membership, membershipOf, readMembership } from './membership.ts';

const MEMBERSHIP_KEY = 'webfaulon-class';
/** A class's run lasts about so long, whatever its length: a lesson has time for it. */
const RUN_SECONDS = 30;

/** Where a membership outlives a reload. */
export interface Memory {
  read(key: string): string | null;
  write(key: string, value: string): void;
}

/** What the page needs of its surroundings for a class. */
interface Surroundings {
  readonly api: ApiClient;
  readonly memory: Memory;
  readonly clock: RunnerClock;
  readonly visibility: Visibility;
}

/** The class that the page is of: as its teacher, who watches the board, or as a member, whose run it reports. */
export class ClassStore {
  /** A class is the server's: it pools what its members find. */
  readonly isAvailable: boolean;
  private readonly run: RunStore;
  private readonly surroundings: Surroundings;
  private readonly shownAddress = signal<ClassAddress | null>(null);
  private readonly place = signal<Membership | null>(null);
  private readonly reportTrouble = signal<ClassTrouble | null>(null);
  private reporter: ClassReporter | undefined;

  /** The screen of a class that stands in place of the run; null for none. */
  readonly shown: ReadonlySignal<ClassAddress | null> = this.shownAddress;
  readonly membership: ReadonlySignal<Membership | null> = this.place;
  /** Why the class does not get this member's reports. */
  readonly reporting: ReadonlySignal<ClassTrouble | null> = this.reportTrouble;

  constructor(run: RunStore, surroundings: Surroundings) {
    this.run = run;
    this.isAvailable = run.engine.value === 'server';
    this.surroundings = surroundings;
    this.begin(readMembership(surroundings.memory.read(MEMBERSHIP_KEY)));
    effect(() => this.follow());
  }

  /** Shows the screen that an address names; null shows the run or the first screen. */
  show(address: ClassAddress | null): void {
    this.shownAddress.value = address;
  }

  /** Opens a class for a configuration, and shows its board; answers why that did not work. The seeds begin anew, so that no two classes find the same. */
  async open(configuration: Configuration, title: string): Promise<ClassTrouble | null> {
    return attempt('', async () => {
      const request = { ...configuration, seed: Date.now(), ...(title.trim() === '' ? {} : { title }) };
      const { code } = await this.surroundings.api.openClass(request);
      this.show({ kind: 'board', code });
    });
  }

  /** Takes a place in a class, whose run is then the {@link plan}; answers why that did not work. */
  async join(code: string, nickname: string): Promise<ClassTrouble | null> {
    return attempt(code, async () => {
      const name = nickname.trim() === '' ? undefined : nickname;
      const member = await this.surroundings.api.joinClass(code, name);
      this.begin(membershipOf(code, member));
    });
  }

  /** Gives the place up on this computer, for somebody else to take one. What was found stays found. */
  leave(): void {
    this.begin(null);
  }

  /** The run of this member; null for who is none. */
  plan(): RunPlan | null {
    const configuration = this.place.peek()?.configuration;
    if (configuration === undefined) return null;
    return { configuration, pace: Math.max(1, Math.round(totalSteps(configuration) / RUN_SECONDS)) };
  }

  /** Brings the member's run to where it was before a reload, and goes on. */
  async catchUp(): Promise<void> {
    const membership = this.place.peek();
    if (membership === null || !this.isMine()) return;
    const missing = membership.step - this.run.step.peek();
    if (missing <= 0) return;
    await this.run.stepBy(missing);
    if (this.run.state.peek() === 'paused') await this.run.start();
  }

  /** Whether the run that is shown is this member's part. */
  isMine(): boolean {
    const [prepared, membership] = [this.run.prepared.value, this.place.value];
    return (
      prepared !== null && membership !== null && isSameRun(prepared.configuration, membership.configuration)
    );
  }

  watch(code: string): BoardWatch {
    const { api, clock, visibility } = this.surroundings;
    return new BoardWatch(api, code, clock, visibility);
  }

  /** Takes a membership, and reports for it from now on. */
  private begin(membership: Membership | null): void {
    this.reporter?.stop();
    this.reporter = undefined;
    this.reportTrouble.value = null;
    if (membership !== null && this.isAvailable) {
      this.reporter = new ClassReporter((step) => this.report(membership, step), this.surroundings.clock);
    }
    this.keep(membership);
  }

  private follow(): void {
    const [step, state] = [this.run.step.value, this.run.state.value];
    if (this.isMine() && step > 0) this.reporter?.follow(step, state !== 'running');
  }

  /** Answers whether there is no more to do for this step. */
  private async report({ code, memberId }: Membership, step: number): Promise<boolean> {
    try {
      await this.surroundings.api.reportToClass(code, memberId, step);
      this.reportTrouble.value = null;
      const membership = this.place.peek();
      // A run that was begun anew comes past steps that it has seen.
      if (membership?.memberId === memberId && step > membership.step) this.keep({ ...membership, step });
      return true;
    } catch (error) {
      const trouble = troubleOf(error, code);
      this.reportTrouble.value = trouble;
      if (trouble.kind === 'unreachable') return false;
      this.reporter?.stop();
      return true;
    }
  }

  private keep(membership: Membership | null): void {
    this.place.value = membership;
    this.surroundings.memory.write(MEMBERSHIP_KEY, JSON.stringify(membership));
  }
}

async function attempt(code: string, action: () => Promise<void>): Promise<ClassTrouble | null> {
  try {
    await action();
    return null;
  } catch (error) {
    return troubleOf(error, code);
  }
}
