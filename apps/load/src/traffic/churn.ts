import { sleep } from './spread-over.ts';
import type { Viewer } from './viewer.ts';

/** A viewer stays at most so long, and comes back after at most a quarter of it. */
const MAX_STAY_MILLISECONDS = 2000;

/** Viewers that come and go all the time; whoever comes back goes on after the last event it saw. */
export class Churn {
  visits = 0;
  private isOver = false;
  private readonly loops: Promise<void>[];

  constructor(viewers: readonly Viewer[]) {
    this.loops = viewers.map((viewer) => this.comeAndGo(viewer));
  }

  /** Settles once all have left. */
  async stop(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.loops);
  }

  private async comeAndGo(viewer: Viewer): Promise<void> {
    await sleep(Math.random() * MAX_STAY_MILLISECONDS);
    while (!this.isOver) {
      this.visits++;
      viewer.open();
      await sleep(Math.random() * MAX_STAY_MILLISECONDS);
      await viewer.close();
      await sleep((Math.random() * MAX_STAY_MILLISECONDS) / 4);
    }
  }
}
