import type { MemorySample } from '../measure/memory-growth.ts';
import type { Stage } from '../servers/stage.ts';

const SAMPLE_MILLISECONDS = 1000;

/** Looks at the memory of the server once a second. */
export class MemorySampler {
  readonly samples: MemorySample[] = [];
  private readonly timer: NodeJS.Timeout;
  private readonly begun = performance.now();

  constructor(stage: Stage) {
    this.timer = setInterval(() => void this.look(stage), SAMPLE_MILLISECONDS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(stage: Stage): Promise<void> {
    const usage = await stage.usage().catch(() => undefined);
    if (usage === undefined) return;
    this.samples.push({ seconds: (performance.now() - this.begun) / 1000, bytes: usage.residentBytes });
  }
}
