import { wholeStreams } from '../report/common-demands.ts';
import { atLeast, atMost, onAnyMachine } from '../report/demand.ts';
import type { LoadReport } from '../report/report.ts';
import { planOf, type Scenario } from './scenario.ts';

export const farm: Scenario = {
  name: 'farm',
  summary: '2,000 unthrottled sessions, 50 of them watched, and new ones that begin meanwhile',
  plan: (asked) =>
    planOf(
      {
        sessions: 2000,
        watchedSessions: 50,
        pace: null,
        hasNewcomers: true,
        comparesSlices: true,
        rampSeconds: 20,
        seconds: 120,
      },
      asked,
    ),
  demands: (report) => [
    ...wholeStreams(report),
    atLeast('utilisation of every worker', percent(report.worker_utilisation_lowest), 90, '%'),
    atLeast('of it inside advance()', percent(report.worker_advance_ratio_lowest), 90, '%'),
    sharesDemand(report),
    onAnyMachine(atLeast('slices of the session with the fewest', report.fairness?.slowest, 1, '')),
    atMost('median from start to first event', report.newcomer_first_event_ms?.p50, 200, 'ms'),
  ],
};

/** Slices are whole: of two sessions that take turns one has had its turn and the other not yet. */
function sharesDemand({ fairness }: LoadReport) {
  const unfair = fairness === null ? null : Math.max(0, fairness.fastest - fairness.slowest - 1);
  const share = fairness === null || unfair === null ? null : (100 * unfair) / Math.max(1, fairness.fastest);
  return atMost('slices of the sessions, beyond one of difference, apart by', share, 10, '%');
}

function percent(share: number | null): number | null {
  return share === null ? null : share * 100;
}
