import { loadavg } from 'node:os';
import { type LoadPlan, viewersOf } from './load-plan.ts';
import type { LoadOptions } from './options.ts';
import { composeReport } from './report/compose-report.ts';
import type { Demand } from './report/demand.ts';
import type { LoadReport } from './report/report.ts';
import { type BareLoad, type BareMeasured, runBare } from './run/bare-run.ts';
import { type Measured, runLoad } from './run/load-run.ts';
import type { Tell } from './run/observe.ts';
import { descriptorLimit, requireDescriptors } from './servers/descriptor-limit.ts';
import { openStage } from './servers/stage.ts';

export interface Judged {
  readonly report: LoadReport;
  readonly demands: readonly Demand[];
}

/**
 * Puts the load of a scenario on the server, then the same bytes on a bare one, and judges.
 *
 * @throws {LoadError} if it cannot be done
 */
export async function runScenario(options: LoadOptions, tell: Tell): Promise<Judged> {
  const { scenario, asked, url, profileInto } = options;
  const plan = scenario.plan(asked);
  requireDescriptors(viewersOf(plan), descriptorLimit());
  const at = new Date();
  const { keepsDefaultCaps } = plan;
  const stage = await openStage({ url, keepsDefaultCaps, profileInto });
  const measured = await runLoad(stage, plan, () => loadavg()[0]!, tell).finally(() => stage.stop());
  const bare = await measureBare(plan, measured, tell);
  const report = composeReport(scenario.name, plan, measured, bare, at);
  return { report, demands: scenario.demands(report, plan) };
}

/** undefined where nobody stays to watch. */
async function measureBare(
  { watchedSessions, viewersPerSession, rampSeconds, seconds }: LoadPlan,
  { audience, events, seconds: measuredSeconds }: Measured,
  tell: Tell,
): Promise<BareMeasured | undefined> {
  const viewers = watchedSessions * viewersPerSession;
  const { sampleText } = audience.tally;
  if (viewers === 0 || !sampleText.includes('\n\n')) return undefined;
  const load: BareLoad = {
    events: sampleText,
    viewers,
    eventsPerSecond: events / measuredSeconds / viewers,
    isInStep: watchedSessions === 1,
    rampSeconds,
    seconds,
  };
  return runBare(load, tell);
}
