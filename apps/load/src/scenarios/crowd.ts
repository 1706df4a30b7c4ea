import { wholeStreams } from '../report/common-demands.ts';
import { atMost } from '../report/demand.ts';
import { planOf, type Scenario } from './scenario.ts';

export const crowd: Scenario = {
  name: 'crowd',
  summary: '5,000 idle sessions; with --viewers 1 a viewer on each',
  plan: (asked) =>
    planOf({ sessions: 5000, viewersPerSession: 0, isRunning: false, rampSeconds: 20, seconds: 10 }, asked),
  demands: (report, plan) => [
    ...wholeStreams(report),
    atMost('memory of an idle session', kilobytes(report.memory.bytes_per_session), 20, 'KB'),
    ...(plan.viewersPerSession === 0
      ? []
      : [
          atMost(
            'memory of a session with its viewer',
            kilobytes(report.memory.bytes_per_watched_session),
            100,
            'KB',
          ),
        ]),
  ],
};

function kilobytes(bytes: number | null): number | null {
  return bytes === null ? null : bytes / 1024;
}
