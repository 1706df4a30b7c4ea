/** The load of a scenario, with nothing left open. */
export interface LoadPlan {
  readonly sessions: number;
  readonly pace: number | null;
  /** Whether the sessions run, or stay as they were configured. */
  readonly isRunning: boolean;
  /**
   * Whether runs are as long as a server allows, and not as long as the measure: what they keep of their course as a whole, of so many points
   * however long they are, does not grow meanwhile.
   */
  readonly hasLongRuns: boolean;
  /** The first so many sessions have viewers. */
  readonly watchedSessions: number;
  readonly viewersPerSession: number;
  readonly svg: 'always' | 'changes' | 'none';
  /** Whether viewers ask for every step, whatever the pace. */
  readonly wantsEveryStep: boolean;
  /** Viewers beside these that read 1 KB a second and seldom catch up, spread over the watched sessions. */
  readonly slowViewers: number;
  /** Viewers beside these that come and go all the time, spread over the watched sessions. */
  readonly churningViewers: number;
  /** Whether sessions are begun during the measure, to see how soon they have an event. */
  readonly hasNewcomers: boolean;
  /** Whether the shares of all sessions are compared, watched or not, by the slices that they got. */
  readonly comparesSlices: boolean;
  /** Whether the server's own caps hold. */
  readonly keepsDefaultCaps: boolean;
  readonly rampSeconds: number;
  readonly seconds: number;
}

/** All viewers together. */
export function viewersOf(plan: LoadPlan): number {
  return plan.watchedSessions * plan.viewersPerSession + plan.slowViewers + plan.churningViewers;
}
