import { LoadError } from '../errors.ts';
import type { LoadPlan } from '../load-plan.ts';
import type { HealthReport } from '../measure/health-probe.ts';
import type { MemorySample } from '../measure/memory-growth.ts';
import type { Spread } from '../measure/spread.ts';
import type { ProcessUsage } from '../servers/process-usage.ts';
import type { ServerMetrics } from '../servers/server-metrics.ts';
import type { Stage } from '../servers/stage.ts';
import { Audience } from '../traffic/audience.ts';
import { SessionFleet } from '../traffic/session-fleet.ts';
import { sleep, spreadOver } from '../traffic/spread-over.ts';
import type { Place } from '../traffic/viewer.ts';
import { type Means, observe, type Tell } from './observe.ts';

const MAX_SETTLE_SECONDS = 3;
const MAX_WARM_UP_SESSIONS = 500;
const WARM_UP_SHARE = 10;
/** The longest run that the server allows by default. */
const MAX_TOTAL_STEPS = 10_000_000;
/** The time that sessions play beside ramp and measure: to be set up, to settle, and to be looked at afterwards. */
const SPARE_SECONDS = 120;

/** What was seen of the server while it was under load. */
export interface Measured {
  readonly seconds: number;
  readonly audience: Audience;
  readonly events: number;
  readonly bytes: number;
  readonly pieces: number;
  readonly places: readonly { readonly before: Place | undefined; readonly after: Place | undefined }[];
  /** Slices that each session got meanwhile. */
  readonly slices: readonly number[];
  readonly usage: {
    readonly idle: ProcessUsage | undefined;
    readonly configured: ProcessUsage | undefined;
    readonly before: ProcessUsage | undefined;
    readonly after: ProcessUsage | undefined;
    /** Once all viewers have left. */
    readonly left: ProcessUsage | undefined;
  };
  readonly generatorCpuSeconds: number;
  readonly memory: readonly MemorySample[];
  readonly health: HealthReport;
  /** When the measure began, and at its end. */
  readonly metricsBefore: ServerMetrics;
  readonly metrics: ServerMetrics;
  readonly toFirstEventOfNewcomers: Spread | undefined;
  readonly warnings: readonly string[];
  readonly loadAverage: number;
}

/** @throws {LoadError} if the server refuses a session or ends */
export async function runLoad(
  stage: Stage,
  plan: LoadPlan,
  loadAverage: () => number,
  tell: Tell,
): Promise<Measured> {
  const totalSteps = totalStepsOf(plan);
  const fleet = new SessionFleet({ baseUrl: stage.url, pace: plan.pace, totalSteps });
  const audience = new Audience(plan, fleet, { baseUrl: stage.url, totalSteps });
  await warmUp(fleet, plan);
  const idle = await stage.usage();
  await setUp(fleet, plan, tell);
  if (!plan.isRunning) await sleep(settleMilliseconds(plan));
  const configured = await stage.usage();
  // Whatever happens: viewers that are left would try to connect for ever.
  const watched = watch(stage, plan, fleet, audience, { totalSteps, loadAverage, tell });
  const { slices, ...measure } = await watched.finally(() => audience.leave());
  await sleep(settleMilliseconds(plan));
  const left = await stage.usage();
  const words = stage.lastWords();
  if (words !== undefined) throw new LoadError('server_failed', `The server ended under load:\n${words}`);
  return {
    ...measure,
    audience,
    slices,
    usage: { idle, configured, left, ...measure.usage },
    warnings: stage.warnings(),
  };
}

/** After the last viewer has come, and before what is looked at counts as at rest. */
function settleMilliseconds({ rampSeconds }: LoadPlan): number {
  return 1000 * Math.min(MAX_SETTLE_SECONDS, rampSeconds);
}

function totalStepsOf({ pace, hasLongRuns, rampSeconds, seconds }: LoadPlan): number {
  if (pace === null || hasLongRuns) return MAX_TOTAL_STEPS;
  return Math.min(MAX_TOTAL_STEPS, Math.ceil(pace * (rampSeconds + seconds + SPARE_SECONDS)));
}

/** A server that nobody has used yet has not grown the heaps that any use grows, which is no memory of a session. */
async function warmUp(fleet: SessionFleet, { sessions }: LoadPlan): Promise<void> {
  const count = Math.min(MAX_WARM_UP_SESSIONS, Math.ceil(sessions / WARM_UP_SHARE));
  await spreadOver(count, 0, async () => {
    const { id, api } = await fleet.configure();
    await api.remove(id);
  });
}

async function setUp(fleet: SessionFleet, plan: LoadPlan, tell: Tell): Promise<void> {
  await spreadOver(plan.sessions, plan.rampSeconds / 2, async () => {
    const { id, api } = await fleet.add();
    if (plan.isRunning) await api.start(id);
    tell('sessions begin', fleet.sessions.length / plan.sessions);
  });
}

async function watch(stage: Stage, plan: LoadPlan, fleet: SessionFleet, audience: Audience, means: Means) {
  let come = 0;
  await audience.arrive(plan.rampSeconds / 2, () => {
    means.tell('viewers come', ++come / (plan.watchedSessions * plan.viewersPerSession));
  });
  await sleep(settleMilliseconds(plan));
  const slicesBefore = plan.comparesSlices ? await slicesOf(fleet) : [];
  const measure = await observe(stage, plan, fleet, audience, means);
  const slicesAfter = plan.comparesSlices ? await slicesOf(fleet) : [];
  return { ...measure, slices: slicesAfter.map((slices, i) => slices - slicesBefore[i]!) };
}

/** How many slices each session has had so far. */
async function slicesOf(fleet: SessionFleet): Promise<number[]> {
  const slices: number[] = [];
  await spreadOver(fleet.sessions.length, 0, async (index) => {
    const { id, api } = fleet.sessions[index]!;
    slices[index] = (await api.status(id)).slices;
  });
  return slices;
}
