import { wholeStreams } from '../report/common-demands.ts';
import { atMost } from '../report/demand.ts';
import { planOf, type Scenario } from './scenario.ts';

export const mixed: Scenario = {
  name: 'mixed',
  summary: '1,000 sessions at 10 steps a second, a viewer each, with best_svg where it changed',
  plan: (asked) => planOf({ sessions: 1000, pace: 10, rampSeconds: 20 }, asked),
  demands: (report) => [
    ...wholeStreams(report),
    atMost('p99 of /health', report.health_ms?.p99, 50, 'ms'),
    atMost('pace of every session off by', percent(report.pace_deviation_worst), 2, '%'),
  ],
};

function percent(share: number | null): number | null {
  return share === null ? null : share * 100;
}
