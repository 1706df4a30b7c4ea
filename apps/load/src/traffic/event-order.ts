import { parseEventId } from '@webfaulon/protocol/event-id';

/** What an event is in the order of its stream. */
export type OrderVerdict = 'next' | 'gap' | 'repeat' | 'restart';

/**
 * The order of one stream's events by their ids: each step of the grid once, in order. Where a stream comes in is its own choice,
 * so its first event is right whatever it is.
 */
export class EventOrder {
  private readonly stride: number;
  private readonly totalSteps: number;
  private run = 0;
  private step: number | undefined;

  /** @param stride the steps divisible by this are told, and the last */
  constructor(stride: number, totalSteps: number) {
    this.stride = stride;
    this.totalSteps = totalSteps;
  }

  /** The step of the last event; undefined before the first. */
  get lastStep(): number | undefined {
    return this.step;
  }

  /** Takes in the id of a progress or complete event. */
  take(id: string): OrderVerdict {
    const place = parseEventId(id);
    if (place === undefined) return 'gap';
    const { step: before, run } = this;
    this.step = place.step;
    this.run = place.run;
    if (place.run !== run) return 'restart';
    if (before === undefined) return 'next';
    // The complete event tells the last step once more.
    if (place.complete) return place.step === before ? 'next' : 'gap';
    if (place.step <= before) return 'repeat';
    return place.step === this.after(before) ? 'next' : 'gap';
  }

  private after(step: number): number {
    return Math.min((Math.floor(step / this.stride) + 1) * this.stride, this.totalSteps);
  }
}
