import { Histogram, type Registry } from 'prom-client';
import type { SliceClass } from '../annealing/ready-queue.ts';
import type { SliceFigures, SliceObserver } from '../annealing/slice-observer.ts';
import { METRICS } from './metric-catalogue.ts';
import { readCounter } from './read-at-scrape.ts';

/** Observes the annealing pool: steps, how long slices took, and how long they waited. */
export class SliceMetrics implements SliceObserver {
  /** Time that worker threads have spent making steps. */
  advanceSeconds = 0;
  private steps = 0;
  private readonly sliceTime: Histogram;
  /** A child of the histogram for each class, so that no label is looked up for a slice. */
  private readonly waits: Readonly<Record<SliceClass, Histogram.Internal<string>>>;

  constructor(registry: Registry) {
    const registers = [registry];
    const { buckets } = METRICS.readyQueueWait;
    const wait = new Histogram({ ...METRICS.readyQueueWait, buckets: [...buckets], registers });
    const of = (sliceClass: SliceClass) => {
      wait.zero({ class: sliceClass });
      return wait.labels({ class: sliceClass });
    };
    this.waits = { prompt: of('prompt'), paced: of('paced'), unthrottled: of('unthrottled') };
    this.sliceTime = new Histogram({
      ...METRICS.sliceTime,
      buckets: [...METRICS.sliceTime.buckets],
      registers,
    });
    readCounter(registry, METRICS.steps, () => this.steps);
    readCounter(registry, METRICS.workerAdvance, () => this.advanceSeconds);
  }

  waited(sliceClass: SliceClass, milliseconds: number): void {
    this.waits[sliceClass].observe(milliseconds / 1000);
  }

  computed({ steps, milliseconds, advanceMilliseconds }: SliceFigures): void {
    this.steps += steps;
    this.advanceSeconds += advanceMilliseconds / 1000;
    this.sliceTime.observe(milliseconds / 1000);
  }
}
