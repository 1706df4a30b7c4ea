import type { Demand } from '../report/demand.ts';
import type { LoadReport } from '../report/report.ts';

/** What a person may ask of any scenario; what is left out is the scenario's own. */
export interface Asked {
  readonly sessions?: number | undefined;
  /** On each session that is watched. */
  readonly viewers?: number | undefined;
  /** Steps a second; null: as fast as possible. */
  readonly pace?: number | null | undefined;
  readonly seconds?: number | undefined;
  readonly rampSeconds?: number | undefined;
}

/** The load of a scenario, with nothing left open. */
export interface LoadPlan {
  readonly sessions: number;
  readonly pace: number | null;
  /** Whether the sessions run, or stay as they were configured. */
  readonly isRunning: boolean;
  /** The first so many sessions have viewers. */
  readonly watchedSessions: number;
  readonly viewersPerSession: number;
  readonly svg: 'always' | 'changes' | 'none';
  /** Viewers beside these that read 1 KB a second, spread over the watched sessions. */
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

/** A kind of load, and what the server must show under it. */
export interface Scenario {
  readonly name: string;
  readonly summary: string;
  readonly plan: (asked: Asked) => LoadPlan;
  readonly demands: (report: LoadReport, plan: LoadPlan) => readonly Demand[];
}

/** A load that others are made from: nothing but sessions with a viewer each. */
export function planOf(own: Partial<LoadPlan>, asked: Asked): LoadPlan {
  const { sessions, viewers, pace, seconds, rampSeconds } = asked;
  const plan: LoadPlan = {
    sessions: 1000,
    pace: 10,
    isRunning: true,
    watchedSessions: sessions ?? own.sessions ?? 1000,
    viewersPerSession: 1,
    svg: 'changes',
    slowViewers: 0,
    churningViewers: 0,
    hasNewcomers: false,
    comparesSlices: false,
    keepsDefaultCaps: false,
    rampSeconds: 15,
    seconds: 30,
    ...own,
    ...(sessions === undefined ? {} : { sessions }),
    ...(viewers === undefined ? {} : { viewersPerSession: viewers }),
    ...(pace === undefined ? {} : { pace }),
    ...(seconds === undefined ? {} : { seconds }),
    ...(rampSeconds === undefined ? {} : { rampSeconds }),
  };
  return { ...plan, watchedSessions: Math.min(plan.watchedSessions, plan.sessions) };
}

export function viewersOf(plan: LoadPlan): number {
  return plan.watchedSessions * plan.viewersPerSession + plan.slowViewers + plan.churningViewers;
}
