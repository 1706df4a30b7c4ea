import { loadavg } from 'node:os';
import { runBare } from './bare-run.ts';
import { runLoad, type Tell } from './load-run.ts';
import type { LoadOptions } from './options.ts';
import { composeReport } from './report/compose-report.ts';
import type { Demand } from './report/demand.ts';
import type { LoadReport } from './report/report.ts';
import { viewersOf } from './scenarios/scenario.ts';
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
  const staying = plan.watchedSessions * plan.viewersPerSession;
  const events = measured.audience.tally.sampleText;
  const bare =
    staying === 0 || !events.includes('\n\n')
      ? undefined
      : await runBare(
          {
            events,
            viewers: staying,
            eventsPerSecond: measured.events / measured.seconds / staying,
            isInStep: plan.watchedSessions === 1,
            seconds: plan.seconds,
          },
          tell,
        );
  const report = composeReport(scenario.name, plan, measured, bare, at);
  return { report, demands: scenario.demands(report, plan) };
}
