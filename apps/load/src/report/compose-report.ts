import { availableParallelism } from 'node:os';
import { type LoadPlan, viewersOf } from '../load-plan.ts';
import { memoryGrowth } from '../measure/memory-growth.ts';
import type { BareMeasured } from '../run/bare-run.ts';
import type { Measured } from '../run/load-run.ts';
import { fairnessOf, worstDeviation } from './fairness.ts';
import type {
  CpuReport,
  FairnessReport,
  LoadReport,
  MemoryReport,
  RawNodeReport,
  SlowViewersReport,
} from './report.ts';

/** The report of what was measured. */
export function composeReport(
  scenario: string,
  plan: LoadPlan,
  measured: Measured,
  bare: BareMeasured | undefined,
  at: Date,
): LoadReport {
  const { audience, events, bytes, seconds, health, metrics, usage } = measured;
  const { tally } = audience;
  const lag = metrics.sum('nodejs_eventloop_lag_p99_seconds');
  const rates = ratesOf(measured.places);
  const cpu = cpuOf(measured);
  const filesBefore = usage.configured?.openFiles;
  const filesAfter = usage.left?.openFiles;
  return {
    scenario,
    machine: {
      node: process.version,
      cores: availableParallelism(),
      load_average: measured.loadAverage,
      at: at.toISOString(),
    },
    sessions: plan.sessions,
    viewers: viewersOf(plan),
    steps_per_second_wanted: plan.pace,
    svg: plan.svg,
    seconds,
    events,
    events_per_second: events / seconds,
    bytes_per_event: events === 0 ? null : bytes / events,
    events_per_piece: measured.pieces === 0 ? null : events / measured.pieces,
    steps_per_second: rates.reduce((sum, rate) => sum + rate, 0) / Math.max(1, plan.viewersPerSession),
    time_to_first_event_ms: tally.toFirstEvent.spread() ?? null,
    between_events_ms: tally.betweenEvents.spread() ?? null,
    newcomer_first_event_ms: measured.toFirstEventOfNewcomers ?? null,
    health_ms: health.spread ?? null,
    health_failures: health.failures,
    event_loop_delay_p99_ms: lag === undefined ? null : lag * 1000,
    worker_utilisation_lowest: metrics.lowest('webfaulon_worker_utilisation') ?? null,
    worker_advance_ratio_lowest: metrics.lowest('webfaulon_worker_advance_ratio') ?? null,
    memory: memoryOf(plan, measured),
    cpu,
    errors: Object.fromEntries(tally.errors),
    error_count: tally.errorCount + health.failures,
    gaps: tally.gaps,
    repeats: tally.repeats,
    reconnects: tally.reconnects,
    slow_viewers: slowViewersOf(audience.slowTally),
    conflated_events: grown(measured, 'webfaulon_events_conflated_total'),
    dropped_streams: grown(measured, 'webfaulon_streams_dropped_total'),
    visits: audience.visits,
    fairness: fairnessReport(plan, measured, rates),
    pace_deviation_worst: plan.pace === null ? null : worstDeviation(rates, plan.pace),
    open_files_left:
      filesBefore === undefined || filesAfter === undefined ? null : Math.max(0, filesAfter - filesBefore),
    warnings: measured.warnings,
    raw_node: bare === undefined ? null : rawNodeOf(bare, cpu),
  };
}

function slowViewersOf({
  gaps,
  repeats,
  reconnects,
  resumed,
  resumedElsewhere,
}: Measured['audience']['slowTally']): SlowViewersReport {
  return { gaps, repeats, reconnects, resumed, resumed_elsewhere: resumedElsewhere };
}

/** By how much a counter of the server has grown during the measure. */
function grown({ metrics, metricsBefore }: Measured, counter: string): number | null {
  const [before, after] = [metricsBefore.sum(counter), metrics.sum(counter)];
  return before === undefined || after === undefined ? null : after - before;
}

/** Steps a second of each viewer that has two places to tell them from. */
function ratesOf(places: Measured['places']): number[] {
  const rates: number[] = [];
  for (const { before, after } of places) {
    if (before === undefined || after === undefined || after.at <= before.at) continue;
    rates.push((1000 * (after.step - before.step)) / (after.at - before.at));
  }
  return rates;
}

function fairnessReport(
  plan: LoadPlan,
  { slices }: Measured,
  rates: readonly number[],
): FairnessReport | null {
  return plan.comparesSlices ? fairnessOf(slices, 'slices') : fairnessOf(rates, 'steps a second');
}

function memoryOf(plan: LoadPlan, { usage, memory }: Measured): MemoryReport {
  const { idle, configured, after } = usage;
  const perSession = (then: typeof configured) =>
    idle === undefined || then === undefined
      ? null
      : Math.max(0, then.residentBytes - idle.residentBytes) / plan.sessions;
  return {
    idle_bytes: idle?.residentBytes ?? null,
    end_bytes: after?.residentBytes ?? null,
    bytes_per_session: perSession(configured),
    bytes_per_watched_session: perSession(after),
    growth: memoryGrowth(memory),
  };
}

function cpuOf({ usage: { before, after }, seconds, events, generatorCpuSeconds }: Measured): CpuReport {
  const used = before === undefined || after === undefined ? null : after.cpuSeconds - before.cpuSeconds;
  const ofLoop =
    before?.eventLoopCpuSeconds === undefined || after?.eventLoopCpuSeconds === undefined
      ? null
      : after.eventLoopCpuSeconds - before.eventLoopCpuSeconds;
  return {
    server: used === null ? null : used / seconds,
    event_loop_thread: ofLoop === null ? null : ofLoop / seconds,
    generator: generatorCpuSeconds / seconds,
    events_per_server_cpu_second: used === null || used === 0 ? null : events / used,
  };
}

function rawNodeOf(
  { events, pieces, seconds, cpuSeconds }: BareMeasured,
  cpu: CpuReport,
): RawNodeReport | null {
  const { events_per_server_cpu_second: ours } = cpu;
  if (ours === null || cpuSeconds === 0 || events === 0) return null;
  const bare = events / cpuSeconds;
  return {
    events_per_second: events / seconds,
    events_per_cpu_second: bare,
    events_per_piece: events / pieces,
    ratio: ours / bare,
  };
}
