export interface MetricDescription {
  readonly name: `webfaulon_${string}`;
  readonly type: 'gauge' | 'counter' | 'histogram';
  readonly help: string;
  readonly labelNames?: readonly string[];
  /** Upper bounds, in seconds. */
  readonly buckets?: readonly number[];
}

/** A slice takes about 10 ms, and a single one of a very large molecule seconds. */
const SLICE_BUCKETS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5];
/** Nobody notices 50 ms; among thousands of unthrottled sessions a turn comes every ten seconds or so. */
const WAIT_BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
/** From a disk with a cache of its own to one that is shared with others. */
const STORE_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

/** Every metric of our own that GET /metrics answers; docs/metrics.md has its table of these. */
export const METRICS = {
  sessions: {
    name: 'webfaulon_sessions',
    type: 'gauge',
    labelNames: ['state'],
    help: 'Sessions that the server holds, by state.',
  },
  readyQueueLength: {
    name: 'webfaulon_ready_queue_length',
    type: 'gauge',
    help: 'Slices that wait for a worker thread.',
  },
  readyQueueWait: {
    name: 'webfaulon_ready_queue_wait_seconds',
    type: 'histogram',
    labelNames: ['class'],
    buckets: WAIT_BUCKETS,
    help: 'How long slices have waited for a worker thread, by class: prompt, paced or unthrottled.',
  },
  sliceTime: {
    name: 'webfaulon_slice_seconds',
    type: 'histogram',
    buckets: SLICE_BUCKETS,
    help: 'How long slices took on their worker thread.',
  },
  steps: {
    name: 'webfaulon_steps_total',
    type: 'counter',
    help: 'Steps computed, those computed again for replays included.',
  },
  workerUtilisation: {
    name: 'webfaulon_worker_utilisation',
    type: 'gauge',
    labelNames: ['worker'],
    help: 'Event-loop utilisation of each worker thread since the last scrape, 0 to 1.',
  },
  workerBusy: {
    name: 'webfaulon_worker_busy_seconds_total',
    type: 'counter',
    help: 'Seconds in which the event loops of the worker threads were not idle, all together.',
  },
  workerAdvance: {
    name: 'webfaulon_worker_advance_seconds_total',
    type: 'counter',
    help: 'Seconds that worker threads spent making steps and recording them.',
  },
  workerAdvanceRatio: {
    name: 'webfaulon_worker_advance_ratio',
    type: 'gauge',
    help: 'Share of the busy time of the worker threads in which they made steps, since the last scrape, 0 to 1.',
  },
  workerRestarts: {
    name: 'webfaulon_worker_restarts_total',
    type: 'counter',
    help: 'Worker threads that died and were replaced.',
  },
  drawingsWaiting: {
    name: 'webfaulon_drawings_waiting',
    type: 'gauge',
    help: 'Molecules that wait to be drawn, or are being drawn.',
  },
  streams: {
    name: 'webfaulon_streams',
    type: 'gauge',
    help: 'Event streams that are open.',
  },
  events: {
    name: 'webfaulon_events_total',
    type: 'counter',
    help: 'Events sent to viewers.',
  },
  eventsConflated: {
    name: 'webfaulon_events_conflated_total',
    type: 'counter',
    help: 'Events left out because a viewer was too slow for them; it was sent the newest instead.',
  },
  streamsDropped: {
    name: 'webfaulon_streams_dropped_total',
    type: 'counter',
    help: 'Streams cut by the server because their client took nothing, or because something failed.',
  },
  storeWrites: {
    name: 'webfaulon_store_writes_total',
    type: 'counter',
    help: 'Entries written to the store.',
  },
  storeFailures: {
    name: 'webfaulon_store_failures_total',
    type: 'counter',
    help: 'Batches of entries that the store did not take; each is tried again.',
  },
  storeWriteTime: {
    name: 'webfaulon_store_write_seconds',
    type: 'histogram',
    buckets: STORE_BUCKETS,
    help: 'How long batches of entries took to be durable.',
  },
  storeWaiting: {
    name: 'webfaulon_store_waiting',
    type: 'gauge',
    help: 'Entries that are not durable yet.',
  },
} as const satisfies Record<string, MetricDescription>;
