import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ApiClient } from '@webfaulon/client';
import { type Configuration, totalSteps } from '@webfaulon/sa-core';
import type { RunStore } from '../run/run-store.ts';
import type { RunnerClock } from '../runner/runner-clock.ts';
import { BoardWatch, type Visibility } from './board-watch.ts';
import type { ClassAddress } from './class-address.ts';
import { classPace } from './class-pace.ts';
import { ClassReporter } from './class-reporter.ts';
import { type ClassTrouble, troubleOf } from './class-trouble.ts';
import { isSameRun, type Membership, membershipOf, readMembership } from './membership.ts';
import type { RunScreen } from './run-screen.ts';

const MEMBERSHIP_KEY = 'webfaulon-class';

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
  private readonly namedAddress = signal<ClassAddress | null>(null);
  private readonly place = signal<Membership | null>(null);
  private readonly reportTrouble = signal<ClassTrouble | null>(null);
  /** While a run is being opened: a second tap opens no second one. */
  private isOpening = false;
  private reporter: ClassReporter | undefined;

  /** The screen of a class that stands in place of the run; null for none. */
  readonly shown: ReadonlySignal<ClassAddress | null> = this.shownAddress;
  /** What the page's address should say of a class. */
  readonly address: ReadonlySignal<ClassAddress | null> = this.namedAddress;
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
    this.namedAddress.value = address;
  }

  /** Opens a class for a configuration, and shows its board; answers why that did not work. The seeds begin anew, so that no two classes find the same. */
  async open(configuration: Configuration, title: string): Promise<ClassTrouble | null> {
    return attempt('', async () => {
      const request = { ...configuration, seed: Date.now(), ...(title.trim() === '' ? {} : { title }) };
      const { code } = await this.surroundings.api.openClass(request);
      this.show({ kind: 'board', code });
    });
  }

  /** Takes a place in a class, for {@link play} to show its run; answers why that did not work. */
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

  /**
   * Shows this member's run where it was, and goes on with it; a run that is open already is shown as it stands. Where that is
   * refused the invitation is shown, which offers to try again.
   */
  async play(screen: RunScreen): Promise<void> {
    const membership = this.place.peek();
    if (membership === null || this.isOpening) return;
    const { code, configuration, step } = membership;
    const invitation: ClassAddress = { kind: 'invitation', code };
    if (this.isMine()) {
      screen.show();
      this.leaveScreen(invitation);
      return;
    }
    this.isOpening = true;
    const isOpen = await screen.open({ configuration, pace: classPace(totalSteps(configuration)) });
    if (isOpen) {
      this.leaveScreen(invitation);
      await this.catchUp(step);
    } else if (this.shownAddress.peek() === null) this.show(invitation);
    this.isOpening = false;
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

  /** Brings the run to where it was before a reload, and goes on. */
  private async catchUp(step: number): Promise<void> {
    const missing = step - this.run.step.peek();
    if (missing <= 0) return;
    await this.run.stepBy(missing);
    if (this.run.state.peek() === 'paused') await this.run.start();
  }

  /** The address goes on to name the class, so that a reload comes back to it. */
  private leaveScreen(address: ClassAddress): void {
    this.shownAddress.value = null;
    this.namedAddress.value = address;
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
