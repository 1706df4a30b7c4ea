import type { LoadPlan } from '../load-plan.ts';
import { Churn } from './churn.ts';
import type { SessionFleet } from './session-fleet.ts';
import { spreadOver } from './spread-over.ts';
import { Tally } from './tally.ts';
import { Viewer, type ViewerOptions } from './viewer.ts';

const SLOW_BYTES_PER_SECOND = 1024;
/**
 * On loopback the system holds megabytes for a viewer, which no trickle drains: until it catches up, the server sees one that takes
 * nothing. Half of the slow viewers catch up in time to be sent the newest, half after the 30 s at which the server drops them; and
 * not all at one moment.
 */
const CATCH_UP_SECONDS = [13, 43];
const CATCH_UP_SPREAD_SECONDS = 4;

/** Everyone who watches the sessions of a fleet. */
export class Audience {
  readonly tally = new Tally();
  /** Of the slow ones: what they are not sent is left out on purpose. */
  readonly slowTally = new Tally();
  /** Those that stay, in the order of their sessions. */
  readonly viewers: Viewer[] = [];
  private readonly slow: Viewer[] = [];
  private readonly coming: Viewer[] = [];
  private churn: Churn | undefined;
  private readonly plan: LoadPlan;
  private readonly fleet: SessionFleet;
  private readonly site: { readonly baseUrl: string; readonly totalSteps: number };

  constructor(plan: LoadPlan, fleet: SessionFleet, site: { baseUrl: string; totalSteps: number }) {
    this.plan = plan;
    this.fleet = fleet;
    this.site = site;
  }

  get visits(): number {
    return this.churn?.visits ?? this.viewers.length;
  }

  /** Comes in over a time. */
  async arrive(seconds: number, onArrival: () => void): Promise<void> {
    const { watchedSessions, viewersPerSession, slowViewers, churningViewers } = this.plan;
    await spreadOver(watchedSessions * viewersPerSession, seconds, async (index) => {
      const isSample = index === 0;
      const viewer = this.viewerOf(index, this.tally, { isSample });
      this.viewers.push(viewer);
      viewer.open();
      onArrival();
    });
    for (let index = 0; index < slowViewers; index++) {
      const viewer = this.viewerOf(index, this.slowTally, {
        slowness: {
          bytesPerSecond: SLOW_BYTES_PER_SECOND,
          catchUpSeconds:
            CATCH_UP_SECONDS[index % CATCH_UP_SECONDS.length]! +
            (CATCH_UP_SPREAD_SECONDS * index) / slowViewers,
        },
      });
      this.slow.push(viewer);
      viewer.open();
    }
    for (let index = 0; index < churningViewers; index++)
      this.coming.push(this.viewerOf(index, this.tally, { from: 'now', isSample: index === 0 }));
    if (churningViewers > 0) this.churn = new Churn(this.coming);
  }

  /** Settles once nobody is there any more. */
  async leave(): Promise<void> {
    await this.churn?.stop();
    await Promise.all([...this.viewers, ...this.slow].map((viewer) => viewer.close()));
  }

  private viewerOf(index: number, tally: Tally, own: Partial<ViewerOptions>): Viewer {
    const { svg, watchedSessions, wantsEveryStep } = this.plan;
    const { id: sessionId, cookies } = this.fleet.sessions[index % watchedSessions]!;
    const stride = wantsEveryStep ? 1 : this.fleet.stride;
    return new Viewer({ ...this.site, sessionId, cookies, svg, stride, wantsEveryStep, ...own }, tally);
  }
}
