import { wholeStreams } from '../report/common-demands.ts';
import { type Demand, none } from '../report/demand.ts';
import type { LoadReport } from '../report/report.ts';
import { planOf, type Scenario } from './scenario.ts';

export const churn: Scenario = {
  name: 'churn',
  summary: '200 sessions at 10 steps a second, and 200 viewers that come, leave, and come back all the time',
  plan: (asked) =>
    planOf(
      {
        sessions: 200,
        hasLongRuns: true,
        viewersPerSession: 0,
        churningViewers: 200,
        pace: 10,
        rampSeconds: 10,
        seconds: 180,
      },
      asked,
    ),
  demands: (report) => [
    ...wholeStreams(report),
    flatMemory(report),
    none('open file left', report.open_files_left),
    none('warning', report.warnings.length),
  ],
};

/** The slope may not be told from none. */
function flatMemory({ memory: { growth } }: LoadReport): Demand {
  const text = 'memory flat: its slope within noise';
  if (growth === null) return { text, figure: 'too few samples', holds: false, needsQuietMachine: true };
  const inMegabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  const { bytes_per_hour: slope, uncertainty } = growth;
  return {
    text,
    figure: `${inMegabytes(slope)} ± ${inMegabytes(uncertainty)} MB an hour`,
    holds: slope <= uncertainty,
    needsQuietMachine: true,
  };
}
