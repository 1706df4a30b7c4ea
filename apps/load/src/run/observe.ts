import type { LoadPlan } from '../load-plan.ts';
import { HealthProbe } from '../measure/health-probe.ts';
import type { Stage } from '../servers/stage.ts';
import type { Audience } from '../traffic/audience.ts';
import { Newcomers } from '../traffic/newcomers.ts';
import type { SessionFleet } from '../traffic/session-fleet.ts';
import { sleep } from '../traffic/spread-over.ts';
import { MemorySampler } from './memory-sampler.ts';

/** Told how far the run is: the phase, and the share of it that is over. */
export type Tell = (phase: string, share: number) => void;

/** What a run of a load goes by. */
export interface Means {
  readonly totalSteps: number;
  readonly loadAverage: () => number;
  readonly tell: Tell;
}

/** Measures for the time of the plan, while sessions run and viewers watch. */
export async function observe(
  stage: Stage,
  plan: LoadPlan,
  fleet: SessionFleet,
  audience: Audience,
  { totalSteps, loadAverage, tell }: Means,
) {
  const { tally, viewers } = audience;
  const newcomers = plan.hasNewcomers ? new Newcomers(fleet, stage.url, totalSteps, tally) : undefined;
  const probe = new HealthProbe(stage.url, 2 * plan.seconds + 60);
  const sampler = new MemorySampler(stage);
  const metricsBefore = await stage.metrics();
  tally.begin();
  const before = await stage.usage();
  const cpuBefore = process.cpuUsage();
  const placesBefore = viewers.map(({ place }) => place);
  const average = loadAverage();
  const begin = performance.now();
  const end = begin + plan.seconds * 1000;
  while (performance.now() < end) {
    await sleep(Math.min(500, end - performance.now()));
    tell('measures', Math.min(1, 1 - (end - performance.now()) / (plan.seconds * 1000)));
  }
  const { events, bytes, pieces } = tally;
  const after = await stage.usage();
  const { user, system } = process.cpuUsage(cpuBefore);
  const seconds = (performance.now() - begin) / 1000;
  const places = viewers.map(({ place }, i) => ({ before: placesBefore[i], after: place }));
  sampler.stop();
  const health = await probe.stop();
  const metrics = await stage.metrics();
  await newcomers?.stop();
  return {
    seconds,
    events,
    bytes,
    pieces,
    places,
    usage: { before, after },
    generatorCpuSeconds: (user + system) / 1e6,
    memory: sampler.samples,
    health,
    metricsBefore,
    metrics,
    toFirstEventOfNewcomers: newcomers?.toFirstEvent.spread(),
    loadAverage: average,
  };
}
