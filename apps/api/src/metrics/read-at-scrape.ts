import { Counter, Gauge, type Registry } from 'prom-client';
import type { MetricDescription } from './metric-catalogue.ts';

/** A counter that is kept elsewhere, as a plain number that only grows, and read when somebody asks. */
export function readCounter(registry: Registry, description: MetricDescription, read: () => number): void {
  new Counter({
    ...description,
    registers: [registry],
    collect() {
      this.reset();
      this.inc(read());
    },
  });
}

/** A gauge of something that is looked up when somebody asks. */
export function readGauge(registry: Registry, description: MetricDescription, read: () => number): void {
  new Gauge({
    ...description,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}
