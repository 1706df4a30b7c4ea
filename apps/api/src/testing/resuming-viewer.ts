import type { CompleteEvent, ProgressEvent } from '@webfaulon/protocol';
import { type EventId, parseEventId } from '@webfaulon/protocol';
import { EventStream } from './event-stream.ts';

const RETRY_MILLISECONDS = 20;

export type SeenEvent =
  | { readonly name: 'progress'; readonly id: EventId; readonly data: ProgressEvent }
  | { readonly name: 'complete'; readonly id: EventId; readonly data: CompleteEvent };

/** A client that watches a session over crashes of its server: whenever its stream ends it comes back with Last-Event-ID. */
export class ResumingViewer {
  /** All events of the run, as they came, over all streams. */
  readonly seen: SeenEvent[] = [];
  /** What no viewer should meet: an answer that is no stream, or a stream that skipped. */
  readonly faults: string[] = [];
  readonly finished: Promise<void>;
  private readonly address: () => string;
  private lastId: string | undefined;
  private stream: EventStream | undefined;
  private isStopped = false;

  /** @param address of the stream, on the server that is there at the moment */
  constructor(address: () => string) {
    this.address = address;
    this.finished = this.watch();
  }

  stop(): void {
    this.isStopped = true;
    this.stream?.close();
  }

  private async watch(): Promise<void> {
    while (!this.isStopped) {
      const isOver = await this.watchOnce().catch(() => false);
      if (isOver) return;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
    }
  }

  /** Until the stream ends, however it does; whether the run is over too. */
  private async watchOnce(): Promise<boolean> {
    const headers: Record<string, string> = this.lastId === undefined ? {} : { 'Last-Event-ID': this.lastId };
    const stream = await EventStream.open(this.address(), { headers });
    if (stream.status === 204) return true;
    if (stream.status !== 200) {
      // A server that is being stopped says so.
      if (stream.status !== 503) this.faults.push(`${this.lastId ?? 'first'}: status ${stream.status}`);
      stream.close();
      // Nothing comes of a session that is lost.
      return stream.status !== 503;
    }
    this.stream = stream;
    await stream.untilGone();
    for (const { text } of stream.comments) if (text.startsWith('skipped')) this.faults.push(text);
    for (const { name, id, data } of stream.events) {
      const place = id === undefined || id === '' ? undefined : parseEventId(id);
      if (place === undefined) continue;
      this.lastId = id;
      this.seen.push({ name, id: place, data } as SeenEvent);
    }
    return this.seen.at(-1)?.name === 'complete';
  }
}
