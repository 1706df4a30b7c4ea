import type { Spread } from '../measure/spread.ts';
import { type Demand, rounded } from './demand.ts';
import type { LoadReport } from './report.ts';

/** The report for a person: what was measured, and below it what was demanded. */
export function reportTable(report: LoadReport, demands: readonly Demand[]): string {
  const rows = rowsOf(report);
  const width = Math.max(...rows.map(([name]) => name.length));
  const figures = rows.map(([name, figure]) => `${name.padEnd(width)}  ${figure}`);
  const verdicts = demands.map(
    ({ text, figure, holds }) => `${holds ? 'holds ' : 'FAILS '} ${text}: ${figure}`,
  );
  return `${[...figures, '', ...verdicts].join('\n')}\n`;
}

function rowsOf(report: LoadReport): [string, string][] {
  const { memory, cpu, fairness, raw_node: raw, machine } = report;
  const megabytes = (bytes: number | null) => figureOf(bytes === null ? null : bytes / 1e6, 'MB');
  const kilobytes = (bytes: number | null) => figureOf(bytes === null ? null : bytes / 1024, 'KB');
  return [
    ['scenario', `${report.scenario}, ${rounded(report.seconds)} s, Node ${machine.node}`],
    ['machine', `${machine.cores} cores, load average ${rounded(machine.load_average)}`],
    ['sessions, viewers', `${rounded(report.sessions)}, ${rounded(report.viewers)}`],
    ['events', `${rounded(report.events_per_second)}/s of ${figureOf(report.bytes_per_event, 'bytes')}`],
    ['events in a piece', figureOf(report.events_per_piece, '')],
    ['steps of watched sessions', `${rounded(report.steps_per_second)}/s`],
    ['time to first event', spreadOf(report.time_to_first_event_ms)],
    ['between events', spreadOf(report.between_events_ms)],
    ['first event of a new session', spreadOf(report.newcomer_first_event_ms)],
    ['/health', spreadOf(report.health_ms)],
    ['event-loop delay, p99', figureOf(report.event_loop_delay_p99_ms, 'ms')],
    ['memory, idle and at the end', `${megabytes(memory.idle_bytes)}, ${megabytes(memory.end_bytes)}`],
    ['memory of a session', kilobytes(memory.bytes_per_session)],
    ['memory with its viewers', kilobytes(memory.bytes_per_watched_session)],
    [
      'CPU of server, its event loop, generator',
      `${figureOf(cpu.server, '')}, ${figureOf(cpu.event_loop_thread, '')}, ${rounded(cpu.generator)}`,
    ],
    ['events a CPU second', figureOf(cpu.events_per_server_cpu_second, '')],
    ['the same of bare Node', raw === null ? NOT_TOLD : rounded(raw.events_per_cpu_second)],
    ['its events in a piece', raw === null ? NOT_TOLD : rounded(raw.events_per_piece)],
    ['share of bare Node', raw === null ? NOT_TOLD : `${rounded(raw.ratio * 100)} %`],
    ['gaps, repeats, reconnects', figuresOf(report.gaps, report.repeats, report.reconnects)],
    ['gaps, reconnects of slow viewers', figuresOf(report.slow_viewers.gaps, report.slow_viewers.reconnects)],
    ['events left out for viewers', figureOf(report.conflated_events, '')],
    ['viewers dropped', figureOf(report.dropped_streams, '')],
    ['errors', errorsOf(report)],
    [
      'slowest and fastest session',
      fairness === null
        ? NOT_TOLD
        : `${rounded(fairness.slowest)}, ${rounded(fairness.fastest)} ${fairness.of}`,
    ],
    ['open files left', figureOf(report.open_files_left, '')],
  ];
}

const NOT_TOLD = 'not told by the server';

function figuresOf(...values: number[]): string {
  return values.map(rounded).join(', ');
}

function figureOf(value: number | null, unit: string): string {
  return value === null ? NOT_TOLD : `${rounded(value)} ${unit}`.trimEnd();
}

function spreadOf(spread: Spread | null): string {
  if (spread === null) return 'none';
  return `p50 ${rounded(spread.p50)}, p99 ${rounded(spread.p99)}, max ${rounded(spread.max)} ms`;
}

function errorsOf({ error_count, errors }: LoadReport): string {
  const kinds = Object.entries(errors).map(([message, count]) => `${count} × ${message}`);
  return [rounded(error_count), ...kinds].join('; ');
}
