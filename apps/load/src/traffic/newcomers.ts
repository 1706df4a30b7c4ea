import { Durations } from '../measure/spread.ts';
import type { SessionFleet } from './session-fleet.ts';
import { sleep } from './spread-over.ts';
import { Tally } from './tally.ts';
import { Viewer } from './viewer.ts';

const MILLISECONDS_BETWEEN = 500;
const MAX_WAIT_MILLISECONDS = 10_000;
const POLL_MILLISECONDS = 1;

/** Sessions that are begun while the server is busy, one after the other: how long from the start to the first event. */
export class Newcomers {
  readonly toFirstEvent = new Durations();
  private readonly fleet: SessionFleet;
  private readonly baseUrl: string;
  private readonly totalSteps: number;
  private readonly tally: Tally;
  private isOver = false;
  private readonly loop: Promise<void>;

  /** @param tally told of what fails */
  constructor(fleet: SessionFleet, baseUrl: string, totalSteps: number, tally: Tally) {
    this.fleet = fleet;
    this.baseUrl = baseUrl;
    this.totalSteps = totalSteps;
    this.tally = tally;
    this.loop = this.comeInTurn();
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.loop;
  }

  private async comeInTurn(): Promise<void> {
    while (!this.isOver) {
      await this.come().catch((error: unknown) => this.tally.fail(error));
      await sleep(MILLISECONDS_BETWEEN);
    }
  }

  private async come(): Promise<void> {
    const { fleet, baseUrl, totalSteps } = this;
    const { id, api } = await fleet.configure();
    const viewer = new Viewer(
      { baseUrl, sessionId: id, svg: 'changes', stride: fleet.stride, totalSteps },
      new Tally(),
    );
    const begin = performance.now();
    await api.start(id);
    viewer.open();
    try {
      while (viewer.place === undefined && performance.now() - begin < MAX_WAIT_MILLISECONDS)
        await sleep(POLL_MILLISECONDS);
      if (viewer.place === undefined) throw new Error('A new session had no event in time.');
      this.toFirstEvent.add(viewer.place.at - begin);
    } finally {
      await viewer.close();
      await api.remove(id);
    }
  }
}
