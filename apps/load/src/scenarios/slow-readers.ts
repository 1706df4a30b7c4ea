import { atMost, none } from '../report/demand.ts';
import { planOf, type Scenario } from './scenario.ts';

export const slowReaders: Scenario = {
  name: 'slow-readers',
  summary:
    '50 sessions at 200 steps a second with a viewer each, and 50 more viewers that read 1 KB a second',
  plan: (asked) =>
    planOf({ sessions: 50, pace: 200, svg: 'always', slowViewers: 50, rampSeconds: 10, seconds: 60 }, asked),
  demands: (report) => [
    none('error', report.error_count),
    // Those of slow viewers are told apart: they are left out steps on purpose.
    none('gap of a viewer that keeps up', report.gaps),
    none('repeat', report.repeats),
    atMost('p99 of /health', report.health_ms?.p99, 50, 'ms'),
  ],
};
