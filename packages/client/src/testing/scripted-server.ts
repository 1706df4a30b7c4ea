import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server that answers its n-th request as the n-th line of its script says, and the last line ever after. */
export class ScriptedServer {
  /** The paths with their queries, in order. */
  readonly requests: string[] = [];
  readonly methods: string[] = [];
  private readonly server: Server;

  private constructor(script: readonly Answer[]) {
    this.server = createServer((request, response) => {
      const answer = script[Math.min(this.requests.length, script.length - 1)]!;
      this.requests.push(request.url ?? '');
      this.methods.push(request.method ?? '');
      answer(request, response);
    });
  }

  static async start(...script: Answer[]): Promise<ScriptedServer> {
    const scripted = new ScriptedServer(script);
    scripted.server.listen(0, '127.0.0.1');
    await once(scripted.server, 'listening');
    return scripted;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}

/** An event stream of this text, which then ends, or stays open in silence. */
export function streaming(text: string, then: 'end' | 'silence' = 'end'): Answer {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(text);
    if (then === 'end') response.end();
  };
}

export function answering(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = { 'content-type': 'application/problem+json' },
): Answer {
  return (_request, response) => {
    response.writeHead(status, headers).end(body);
  };
}
