import { describe, expect, test } from '@jest/globals';
import type { LoadPlan } from '../load-plan.ts';
import type { Measured } from '../run/load-run.ts';
import { lecture } from '../scenarios/lecture.ts';
import { ServerMetrics } from '../servers/server-metrics.ts';
import { Audience } from '../traffic/audience.ts';
import { SessionFleet } from '../traffic/session-fleet.ts';
import { composeReport } from './compose-report.ts';

const plan = lecture.plan({ sessions: 2, viewers: 3, pace: 100 });
const usage = (cpuSeconds: number, residentBytes: number, openFiles = 30) => ({
  cpuSeconds,
  eventLoopCpuSeconds: cpuSeconds / 2,
  residentBytes,
  openFiles,
});

function measured(own: Partial<Measured> = {}): Measured {
  const fleet = new SessionFleet({ baseUrl: '', pace: 100, totalSteps: 1000 });
  return {
    seconds: 10,
    audience: new Audience(plan, fleet, { baseUrl: '', totalSteps: 1000 }),
    events: 6000,
    bytes: 600_000,
    pieces: 3000,
    places: [
      { before: { step: 100, at: 1000 }, after: { step: 1100, at: 11_000 } },
      { before: { step: 100, at: 1000 }, after: { step: 1000, at: 11_000 } },
      { before: undefined, after: { step: 1000, at: 11_000 } },
    ],
    slices: [],
    usage: {
      idle: usage(1, 1e8),
      configured: usage(1.5, 1e8 + 20_000),
      before: usage(2, 1e8),
      after: usage(5, 1e8 + 200_000),
      left: usage(5, 1e8, 33),
    },
    generatorCpuSeconds: 4,
    memory: [],
    health: { spread: undefined, failures: 1 },
    metricsBefore: new ServerMetrics(''),
    metrics: new ServerMetrics(''),
    toFirstEventOfNewcomers: undefined,
    warnings: [],
    loadAverage: 1.5,
    ...own,
  };
}

const report = (own?: Partial<Measured>, of: LoadPlan = plan) =>
  composeReport(
    'lecture',
    of,
    measured(own),
    { events: 9000, pieces: 4500, seconds: 10, cpuSeconds: 3 },
    new Date(0),
  );

describe('a report', () => {
  test('divides by time, events and sessions', () => {
    expect(report()).toMatchObject({
      viewers: 6,
      events_per_second: 600,
      bytes_per_event: 100,
      events_per_piece: 2,
      error_count: 1,
      open_files_left: 3,
      cpu: { server: 0.3, event_loop_thread: 0.15, generator: 0.4, events_per_server_cpu_second: 2000 },
      memory: { bytes_per_session: 10_000, bytes_per_watched_session: 100_000 },
    });
  });

  test('compares with a bare server by CPU second', () => {
    expect(report().raw_node).toEqual({
      events_per_second: 900,
      events_per_cpu_second: 3000,
      events_per_piece: 2,
      ratio: 2000 / 3000,
    });
  });

  test('takes the pace of a session from its first and last event in the measure', () => {
    const { fairness, pace_deviation_worst } = report();
    expect(fairness).toEqual({ of: 'steps a second', slowest: 90, fastest: 100, ratio: 0.9 });
    expect(pace_deviation_worst).toBeCloseTo(0.1);
  });

  test('compares slices where the scenario does', () => {
    const { fairness } = report({ slices: [4, 5] }, { ...plan, comparesSlices: true });
    expect(fairness).toEqual({ of: 'slices', slowest: 4, fastest: 5, ratio: 0.8 });
  });

  test('leaves open what the server does not tell', () => {
    const nothing = {
      idle: undefined,
      configured: undefined,
      before: undefined,
      after: undefined,
      left: undefined,
    };
    expect(report({ usage: nothing })).toMatchObject({
      open_files_left: null,
      event_loop_delay_p99_ms: null,
      worker_utilisation_lowest: null,
      cpu: { server: null, events_per_server_cpu_second: null },
      memory: { idle_bytes: null, bytes_per_session: null, growth: null },
      raw_node: null,
    });
  });

  test('counts what was left out and who was dropped during the measure alone', () => {
    const told = (conflated: number, dropped: number) =>
      new ServerMetrics(
        `webfaulon_events_conflated_total ${conflated}\nwebfaulon_streams_dropped_total ${dropped}`,
      );
    expect(report({ metricsBefore: told(5, 1), metrics: told(905, 4) })).toMatchObject({
      conflated_events: 900,
      dropped_streams: 3,
    });
    expect(report({ metrics: told(905, 4) })).toMatchObject({
      conflated_events: null,
      dropped_streams: null,
    });
  });

  test('takes the delay and the workers from the metrics, the worst of them', () => {
    const metrics = new ServerMetrics(
      [
        '# HELP webfaulon_worker_utilisation x',
        'nodejs_eventloop_lag_p99_seconds 0.012',
        'webfaulon_worker_utilisation{worker="1"} 0.97',
        'webfaulon_worker_utilisation{worker="2"} 0.93',
        'webfaulon_worker_advance_ratio 0.95 1700000000000',
      ].join('\n'),
    );
    expect(report({ metrics })).toMatchObject({
      event_loop_delay_p99_ms: 12,
      worker_utilisation_lowest: 0.93,
      worker_advance_ratio_lowest: 0.95,
    });
  });
});
