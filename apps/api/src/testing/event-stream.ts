import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { get as getSecurely } from 'node:https';
import {
  type CompleteEvent,
  type ProgressEvent,
  STREAM_EVENTS,
  type WaitingEvent,
} from '@webfaulon/protocol';
import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** Strict: a field that the contract does not have would be stripped in silence otherwise. */
const SCHEMAS = new Map(Object.entries(STREAM_EVENTS).map(([name, schema]) => [name, schema.strict()]));

/** Beyond this something hangs, however busy the machine is with other tests. */
const MAX_WAIT_MILLISECONDS = 50_000;

export interface StreamEvent {
  readonly name: string;
  readonly id: string | undefined;
  readonly data: unknown;
  /** When it arrived; performance.now(). */
  readonly at: number;
}

export interface StreamOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Take nothing of the body until resume(). */
  readonly paused?: boolean;
  /** The certificate of a server that is asked over TLS. */
  readonly ca?: string;
}

/** One client of a stream: what it has received so far, and promises of what it is to receive. */
export class EventStream {
  readonly events: StreamEvent[] = [];
  readonly comments: { readonly text: string; readonly eventsBefore: number }[] = [];
  /** All that came, as it stands on the wire. */
  text = '';
  /** Whether the server has ended the stream. */
  isEnded = false;
  private readonly response: IncomingMessage;
  private readonly waiting = new Set<() => void>();
  /** Why the stream is none, such as data that its schema refuses. */
  private fault: unknown;
  private isClosed = false;

  private constructor(response: IncomingMessage, paused: boolean) {
    this.response = response;
    const parser = createParser({
      onEvent: (message) => this.receive(message),
      onComment: (text) => this.comments.push({ text: text.trim(), eventsBefore: this.events.length }),
      onError: (error) => {
        this.fault ??= error;
      },
    });
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      this.text += chunk;
      parser.feed(chunk);
      this.tell();
    });
    response.on('end', () => {
      this.isEnded = true;
      this.tell();
    });
    response.on('error', (error) => {
      if (!this.isClosed) this.fault ??= error;
      this.tell();
    });
    if (paused) response.pause();
  }

  static open(url: string, { headers = {}, paused = false, ca }: StreamOptions = {}): Promise<EventStream> {
    return new Promise((resolve, reject) => {
      const take = (response: IncomingMessage) => resolve(new EventStream(response, paused));
      const options = { headers, agent: false as const };
      const request = ca === undefined ? get(url, options, take) : getSecurely(url, { ...options, ca }, take);
      request.on('error', reject);
    });
  }

  get status(): number {
    return this.response.statusCode ?? 0;
  }

  get headers(): IncomingHttpHeaders {
    return this.response.headers;
  }

  get progress(): ProgressEvent[] {
    return this.named('progress') as ProgressEvent[];
  }

  get complete(): CompleteEvent[] {
    return this.named('complete') as CompleteEvent[];
  }

  get waitings(): WaitingEvent[] {
    return this.named('waiting') as WaitingEvent[];
  }

  get steps(): number[] {
    return this.progress.map(({ step }) => step);
  }

  /** The ids of the events that have one, in order. */
  get ids(): string[] {
    return this.events.flatMap(({ id }) => (id === undefined ? [] : [id]));
  }

  /**
   * Every event that is a part of the run, byte for byte: without waiting events and comments, which tell of time, and
   * without an event that was cut before its blank line, which no client takes for one.
   */
  get runText(): string {
    return this.text
      .split('\n\n')
      .slice(0, -1)
      .filter((block) => /^id: ?\S/m.test(block))
      .join('\n\n');
  }

  /** Resolves as soon as the condition holds of what has arrived. */
  until(condition: (stream: EventStream) => boolean, what = 'what the test waits for'): Promise<void> {
    return new Promise((resolve, reject) => {
      const timeout = setTimeout(() => {
        this.waiting.delete(look);
        const last = this.events.at(-1);
        reject(
          new Error(
            `${what} did not come; the last of ${this.events.length} events is ${last?.id ?? last?.name}`,
          ),
        );
      }, MAX_WAIT_MILLISECONDS);
      const look = () => {
        const holds = this.fault === undefined && condition(this);
        if (!holds && this.fault === undefined && !this.isEnded) return;
        this.waiting.delete(look);
        clearTimeout(timeout);
        if (holds) resolve();
        else reject(this.fault ?? new Error(`the stream ended before ${what}`));
      };
      this.waiting.add(look);
      look();
    });
  }

  untilEnd(): Promise<void> {
    return this.until(({ isEnded }) => isEnded, 'the end of the stream');
  }

  /** Resolves when nothing more can come: the server has ended the stream, or it was cut. */
  untilGone(): Promise<void> {
    return new Promise((resolve) => {
      if (this.response.destroyed || this.isEnded) resolve();
      else this.response.once('close', resolve);
    });
  }

  untilEvents(count: number): Promise<void> {
    return this.until(({ events }) => events.length >= count, `event number ${count}`);
  }

  untilStep(step: number): Promise<void> {
    return this.until(({ progress }) => (progress.at(-1)?.step ?? 0) >= step, `step ${step}`);
  }

  pause(): void {
    this.response.pause();
  }

  resume(): void {
    this.response.resume();
  }

  /** Goes away without a word, as a closed page does. */
  close(): void {
    this.isClosed = true;
    this.response.destroy();
  }

  private named(name: string): unknown[] {
    return this.events.filter((event) => event.name === name).map(({ data }) => data);
  }

  private receive({ event: name = 'message', id, data: text }: EventSourceMessage): void {
    try {
      const schema = SCHEMAS.get(name);
      if (schema === undefined) throw new Error(`The contract has no event "${name}".`);
      const data: unknown = JSON.parse(text);
      schema.parse(data);
      this.events.push({ name, id, data, at: performance.now() });
    } catch (error) {
      this.fault ??= error;
    }
  }

  private tell(): void {
    for (const look of [...this.waiting]) look();
  }
}
