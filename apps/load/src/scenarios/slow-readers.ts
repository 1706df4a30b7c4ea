import { atLeast, atMost, none } from '../report/demand.ts';
import { planOf, type Scenario } from './scenario.ts';

export const slowReaders: Scenario = {
  name: 'slow-readers',
  summary:
    '20 sessions at 500 steps a second with a viewer each, and 50 more viewers that read 1 KB a second and seldom catch up',
  plan: (asked) =>
    planOf(
      {
        sessions: 20,
        pace: 500,
        svg: 'always',
        wantsEveryStep: true,
        slowViewers: 50,
        rampSeconds: 10,
        seconds: 60,
      },
      asked,
    ),
  demands: (report) => [
    none('error', report.error_count),
    // Those of slow viewers are told apart: they are left out steps on purpose.
    none('gap of a viewer that keeps up', report.gaps),
    none('repeat', report.repeats + report.slow_viewers.repeats),
    // Without these two the viewers were not slow enough to show anything.
    atLeast('events left out for slow viewers', report.conflated_events, 1, ''),
    atLeast('slow viewers dropped', report.dropped_streams, 1, ''),
    atLeast('of them gone on', report.slow_viewers.resumed, 1, ''),
    none(
      'slow viewer that went on elsewhere than after its last event',
      report.slow_viewers.resumed_elsewhere,
    ),
    atMost('p99 of /health', report.health_ms?.p99, 50, 'ms'),
  ],
};
