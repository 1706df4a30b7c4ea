import { type EventStream, openEventStream } from '@webfaulon/client';
import { EventOrder } from './event-order.ts';
import { httpFetch, type Slowness } from './http-fetch.ts';
import type { Tally } from './tally.ts';

/** Every so many events one is read whole, so that what the ids promise is looked into. */
const READ_EVERY = 64;

export interface ViewerOptions {
  readonly baseUrl: string;
  readonly sessionId: string;
  readonly svg: 'always' | 'changes' | 'none';
  /** Its events are those of the steps divisible by this, and the last. */
  readonly stride: number;
  readonly totalSteps: number;
  readonly from?: 'now' | undefined;
  readonly slowness?: Slowness | undefined;
  /** Whether it asks for every step, where the pace of its session would have it sent fewer. */
  readonly wantsEveryStep?: boolean | undefined;
  /** Whether its bytes are the sample of what all viewers are sent. */
  readonly isSample?: boolean | undefined;
  readonly cookies?: Map<string, string> | undefined;
}

/** Where a viewer stood at a moment, to tell how fast its session was played. */
export interface Place {
  readonly step: number;
  readonly at: number;
}

/** One viewer of a session, through packages/client, that checks order and measures times. */
export class Viewer {
  private readonly tally: Tally;
  private readonly options: ViewerOptions;
  private readonly order: EventOrder;
  private stream: EventStream | undefined;
  private openedAt = 0;
  private heardAt = 0;
  private eventAt: number | undefined;
  private events = 0;
  /** Whether its next event is the first after a connection that broke off. */
  private isResuming = false;

  constructor(options: ViewerOptions, tally: Tally) {
    this.options = options;
    this.tally = tally;
    this.order = new EventOrder(options.stride, options.totalSteps);
  }

  /** Its last event; undefined before the first. */
  get place(): Place | undefined {
    const { lastStep } = this.order;
    return lastStep === undefined || this.eventAt === undefined
      ? undefined
      : { step: lastStep, at: this.eventAt };
  }

  /** Watches until {@link close} or the end of the run; opened again, it goes on after its last event. */
  open(): void {
    const {
      baseUrl,
      sessionId,
      svg,
      from,
      slowness,
      wantsEveryStep,
      isSample = false,
      cookies,
    } = this.options;
    const { tally } = this;
    this.openedAt = performance.now();
    const stream = openEventStream({
      baseUrl,
      sessionId,
      svg: svg === 'always' ? undefined : svg,
      lastEventId: this.stream?.lastEventId,
      from,
      every: wantsEveryStep ? 1 : undefined,
      fetch: httpFetch({
        onBytes: (piece) => {
          this.heardAt = performance.now();
          tally.bytes += piece.length;
          tally.pieces++;
          if (isSample) tally.keep(piece);
        },
        ...(slowness === undefined ? {} : { slowness }),
        ...(cookies === undefined ? {} : { cookies }),
      }),
      wants: ({ id }) => this.take(id),
      onEvent: (event) => {
        if (event.type === 'error') tally.fail(event.data.error);
      },
      onState: (state) => {
        if (state.name === 'reconnecting') {
          tally.reconnects++;
          this.isResuming = true;
          this.eventAt = undefined;
        }
        if (state.name === 'refused' || state.name === 'gone') tally.fail(state.cause);
      },
    });
    this.stream = stream;
    stream.ended.catch((error: unknown) => tally.fail(error));
  }

  /** Settles once the connection is given up. */
  async close(): Promise<void> {
    this.stream?.close();
    this.eventAt = undefined;
    await this.stream?.ended.catch(() => undefined);
  }

  /** Whether the event is to be read whole. */
  private take(id: string | undefined): boolean {
    const { tally, heardAt } = this;
    if (this.events++ === 0) tally.toFirstEvent.add(heardAt - this.openedAt);
    tally.events++;
    if (id === undefined) return true;
    if (this.eventAt !== undefined) tally.betweenEvents.add(heardAt - this.eventAt);
    this.eventAt = heardAt;
    const verdict = this.order.take(id);
    if (verdict === 'gap') tally.gaps++;
    else if (verdict === 'repeat') tally.repeats++;
    if (this.isResuming) {
      tally.resumed++;
      if (verdict !== 'next') tally.resumedElsewhere++;
    }
    this.isResuming = false;
    return this.events % READ_EVERY === 1;
  }
}
