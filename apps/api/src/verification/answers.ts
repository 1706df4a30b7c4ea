import type { Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  /** Empty for an event stream, which has no end. */
  readonly body: string;
}

/** The connection ended within an answer. */
export class CutAnswer extends Error {
  override readonly name = 'CutAnswer';
}

/** Reads the answers that come on a connection, strictly: what is no answer of HTTP/1.1 with a known length is an error. */
export class AnswerReader {
  /** Bytes as characters of Latin-1. */
  private received = '';
  private isOver = false;
  /** Whether an answer has said that it is the last: whatever follows, such as a body where HEAD has none, is passed over. */
  private wasLast = false;
  private wake: (() => void) | undefined;

  constructor(socket: Socket) {
    socket.on('data', (chunk: Buffer) => {
      this.received += chunk.toString('latin1');
      this.wake?.();
    });
    const end = () => {
      this.isOver = true;
      this.wake?.();
    };
    socket.on('close', end);
    socket.on('error', end);
  }

  /**
   * The next answer; undefined where the server closes the connection before it has begun one.
   *
   * @throws {Error} if what came is no answer, or one that is cut
   */
  async next(method: string): Promise<Answer | undefined> {
    if (this.wasLast) return undefined;
    const end = await this.find('\r\n\r\n');
    if (end < 0) {
      if (this.received !== '')
        throw new CutAnswer(`the connection ended within an answer: ${this.received.slice(0, 200)}`);
      return undefined;
    }
    const [statusLine = '', ...lines] = this.take(end + 4)
      .trimEnd()
      .split('\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1]);
    if (!(status >= 100)) throw new Error(`no status line: ${statusLine}`);
    const headers = new Map(
      lines.map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
    );
    if (status < 200) return this.next(method);
    this.wasLast = headers.get('connection') === 'close';
    const isStream = headers.get('content-type')?.startsWith('text/event-stream') === true;
    if (method === 'HEAD' || status === 204 || status === 304 || isStream)
      return { status, headers, body: '' };
    const length = Number(headers.get('content-length'));
    if (!headers.has('content-length')) throw new Error(`an answer of ${status} without a length`);
    while (this.received.length < length && !this.isOver) await this.more();
    if (this.received.length < length) throw new CutAnswer(`an answer of ${status} was cut`);
    return { status, headers, body: Buffer.from(this.take(length), 'latin1').toString('utf8') };
  }

  private async find(text: string): Promise<number> {
    for (;;) {
      const at = this.received.indexOf(text);
      if (at >= 0 || this.isOver) return at;
      await this.more();
    }
  }

  private take(length: number): string {
    const taken = this.received.slice(0, length);
    this.received = this.received.slice(length);
    return taken;
  }

  private more(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }
}
