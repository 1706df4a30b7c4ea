import { Histogram, type Registry } from 'prom-client';
import type { WriteQueue } from '../store/write-queue.ts';
import { METRICS } from './metric-catalogue.ts';
import { readCounter, readGauge } from './read-at-scrape.ts';

/** What is written to the store, how long it takes, and what the store did not take. */
export function registerStoreMetrics(registry: Registry, queue: WriteQueue): void {
  const { buckets } = METRICS.storeWriteTime;
  const time = new Histogram({ ...METRICS.storeWriteTime, buckets: [...buckets], registers: [registry] });
  queue.onBatchWritten = (milliseconds) => time.observe(milliseconds / 1000);
  readCounter(registry, METRICS.storeWrites, () => queue.counters.writes);
  readCounter(registry, METRICS.storeFailures, () => queue.counters.failedBatches);
  readGauge(registry, METRICS.storeWaiting, () => queue.length);
}
