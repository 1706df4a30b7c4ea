import type { MemoryGrowth } from '../measure/memory-growth.ts';
import type { Spread } from '../measure/spread.ts';

/** What a run of a scenario came to: the JSON file. Times are milliseconds unless the name says otherwise; null is what nobody told. */
export interface LoadReport {
  readonly scenario: string;
  readonly machine: {
    readonly node: string;
    readonly cores: number;
    /** Of the last minute, when the measure began: what else the machine was doing. */
    readonly load_average: number;
    readonly at: string;
  };
  readonly sessions: number;
  readonly viewers: number;
  readonly steps_per_second_wanted: number | null;
  readonly svg: string;
  readonly seconds: number;
  readonly events: number;
  readonly events_per_second: number;
  readonly bytes_per_event: number | null;
  /** Events that arrive together: writing them together costs less. */
  readonly events_per_piece: number | null;
  /** Of the watched sessions together. */
  readonly steps_per_second: number;
  readonly time_to_first_event_ms: Spread | null;
  readonly between_events_ms: Spread | null;
  /** Of sessions that are begun during the measure. */
  readonly newcomer_first_event_ms: Spread | null;
  readonly health_ms: Spread | null;
  readonly health_failures: number;
  readonly event_loop_delay_p99_ms: number | null;
  readonly worker_utilisation_lowest: number | null;
  readonly worker_advance_ratio_lowest: number | null;
  readonly memory: MemoryReport;
  readonly cpu: CpuReport;
  readonly errors: Readonly<Record<string, number>>;
  readonly error_count: number;
  readonly gaps: number;
  readonly repeats: number;
  readonly reconnects: number;
  readonly slow_viewers: SlowViewersReport;
  /** What the server has left out for viewers during the measure, and how many of them it has cut off. */
  readonly conflated_events: number | null;
  readonly dropped_streams: number | null;
  readonly visits: number;
  readonly fairness: FairnessReport | null;
  readonly pace_deviation_worst: number | null;
  readonly open_files_left: number | null;
  readonly warnings: readonly string[];
  readonly raw_node: RawNodeReport | null;
}

/** Of the viewers that read slowly. */
export interface SlowViewersReport {
  /** How often events were left out for them. */
  readonly gaps: number;
  readonly repeats: number;
  /** How often they had to connect anew, and had an event after it; and how often that was not the one after their last. */
  readonly reconnects: number;
  readonly resumed: number;
  readonly resumed_elsewhere: number;
}

export interface MemoryReport {
  readonly idle_bytes: number | null;
  readonly end_bytes: number | null;
  /** What all sessions together have added before anyone watched, by their number. */
  readonly bytes_per_session: number | null;
  /** The same, once the viewers were there. */
  readonly bytes_per_watched_session: number | null;
  /** Resident memory over the measure, but for its first third, as a straight line. */
  readonly growth: MemoryGrowth | null;
}

export interface CpuReport {
  /** CPU seconds a second. */
  readonly server: number | null;
  readonly event_loop_thread: number | null;
  readonly generator: number;
  readonly events_per_server_cpu_second: number | null;
}

/** How the slowest session fared beside the fastest. */
export interface FairnessReport {
  readonly of: 'steps a second' | 'slices';
  readonly slowest: number;
  readonly fastest: number;
  /** slowest / fastest, 0 to 1. */
  readonly ratio: number;
}

/** A bare HTTP server that writes the same bytes to as many viewers. */
export interface RawNodeReport {
  readonly events_per_second: number;
  readonly events_per_cpu_second: number;
  readonly events_per_piece: number;
  /** Events for each CPU second of the server, as a share of the bare server's. */
  readonly ratio: number;
}
