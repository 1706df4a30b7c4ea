import { connect, type Socket } from 'node:net';
import { type Answer, AnswerReader, CutAnswer } from './answers.ts';
import type { Exchange, FuzzRequest } from './exchanges.ts';
import { complaintAbout } from './judge-answer.ts';

const MAX_KNOWN = 200;
/** An answer that takes longer is taken for one that never comes. */
const MAX_WAIT_MILLISECONDS = 60_000;

/** What went wrong, with what was sent. */
class FuzzFailure extends Error {
  override readonly name = 'FuzzFailure';
}

/** The ids that the server has given out, from which requests choose. */
class Acquaintances {
  readonly ids: string[] = [];
  readonly codes: string[] = [];
  /** All sessions that were ever made. */
  readonly sessions = new Set<string>();

  learn({ status, headers, body }: Answer): void {
    if (status !== 200 || !headers.get('content-type')?.startsWith('application/json')) return;
    const { session_id, viewer_id, code } = JSON.parse(body) as Record<string, unknown>;
    if (typeof viewer_id === 'string') remember(this.ids, viewer_id);
    if (typeof session_id === 'string' && session_id !== viewer_id) {
      remember(this.ids, session_id);
      this.sessions.add(session_id);
    }
    if (typeof code === 'string') remember(this.codes, code);
  }
}

/** The newest at the end; each once. */
function remember(known: string[], id: string): void {
  if (known.includes(id)) return;
  known.push(id);
  if (known.length > MAX_KNOWN) known.shift();
}

/** Plays exchanges with a server, each on a connection of its own or on one that is kept, and judges every answer. */
export class FuzzRun {
  /** Requests sent, whole ones and parts. */
  requests = 0;
  readonly statuses = new Map<number, number>();
  private readonly port: number;
  private readonly known = new Acquaintances();

  constructor(port: number) {
    this.port = port;
  }

  /** @throws {FuzzFailure} */
  async play(exchange: Exchange): Promise<void> {
    const socket = connect(this.port, '127.0.0.1');
    let sent = '';
    const timeout = setTimeout(() => socket.destroy(), MAX_WAIT_MILLISECONDS);
    try {
      const requests = exchange.kind === 'pipelined' ? exchange.requests : [exchange.request];
      this.requests += requests.length;
      sent = requests.map((request) => this.textOf(request)).join('');
      if (exchange.kind === 'cut')
        await cutAfter(socket, sent.slice(0, Math.floor(exchange.part * sent.length)));
      else if (exchange.kind === 'spoilt') {
        const at = Math.floor(exchange.at * sent.length);
        sent = sent.slice(0, at) + exchange.bytes + sent.slice(at);
        await this.readAll(socket, sent);
      } else await this.readAnswers(socket, sent, requests);
    } catch (error) {
      throw new FuzzFailure(
        `${error instanceof Error ? error.message : error}\nsent: ${JSON.stringify(sent.slice(0, 2000))}`,
      );
    } finally {
      clearTimeout(timeout);
      socket.destroy();
    }
  }

  /** Deletes every session that was made, since one that runs does not expire. */
  async deleteSessions(): Promise<void> {
    for (const id of this.known.sessions) {
      await fetch(`http://127.0.0.1:${this.port}/api/sa/${id}`, {
        method: 'DELETE',
        headers: { connection: 'close' },
      });
    }
    this.known.sessions.clear();
  }

  /** The answers to requests that are well-formed, in order; the server may close the connection after any of them. */
  private async readAnswers(socket: Socket, text: string, requests: readonly FuzzRequest[]): Promise<void> {
    const reader = new AnswerReader(socket);
    socket.write(text, 'latin1');
    for (const request of requests) {
      const answer = await reader.next(request.method);
      if (answer === undefined) return;
      this.judge(answer, request.method, request.statuses);
      if (answer.headers.get('content-type')?.startsWith('text/event-stream')) return;
    }
  }

  /** Whatever comes back of bytes that may be no request, may be one, or may be two. */
  private async readAll(socket: Socket, text: string): Promise<void> {
    const reader = new AnswerReader(socket);
    socket.end(text, 'latin1');
    const method = /^\s*([A-Z]+)/.exec(text)?.[1] ?? 'GET';
    // This end is closed already, so the server may give up an answer that is under way.
    const answer = await reader.next(method).catch((error: unknown) => {
      if (error instanceof CutAnswer) return undefined;
      throw error;
    });
    if (answer !== undefined) this.judge(answer, method, [200, 204, 302, 304, 308, 422]);
  }

  private judge(answer: Answer, method: string, documented: readonly number[]): void {
    this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1);
    const complaint = complaintAbout(answer, method, documented);
    if (complaint !== undefined) throw new Error(`${complaint}: ${answer.body.slice(0, 500)}`);
    if (method !== 'HEAD') this.known.learn(answer);
  }

  private textOf({ method, target, choice, headers, body }: FuzzRequest): string {
    const { ids, codes } = this.known;
    const at = target
      .replace('{id}', ids[choice % Math.max(1, ids.length)] ?? 'none')
      .replace('{code}', codes[choice % Math.max(1, codes.length)] ?? 'none');
    const bytes = body === undefined ? undefined : Buffer.from(body, 'utf8').toString('latin1');
    const lines = [
      `${method} ${at} HTTP/1.1`,
      ...headers.map(([name, value]) => `${name}: ${Buffer.from(value, 'utf8').toString('latin1')}`),
      ...(bytes === undefined ? [] : [`Content-Length: ${bytes.length}`]),
    ];
    return `${lines.join('\r\n')}\r\n\r\n${bytes ?? ''}`;
  }
}

/** Sends a part, and goes away without a word once it is sent. */
function cutAfter(socket: Socket, part: string): Promise<void> {
  return new Promise((resolve) => {
    socket.on('error', () => resolve());
    socket.write(part, 'latin1', () => {
      socket.resetAndDestroy();
      resolve();
    });
  });
}
