import type { LoadPlan } from '../load-plan.ts';
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
    hasLongRuns: false,
    watchedSessions: sessions ?? own.sessions ?? 1000,
    viewersPerSession: 1,
    svg: 'changes',
    wantsEveryStep: false,
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
