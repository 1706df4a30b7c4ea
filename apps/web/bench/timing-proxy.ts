import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const PROGRESS_ID = /^id: ?(\d+)/gm;

/** Milliseconds of the clock that this process and the browser on the same machine share. */
const now = () => performance.timeOrigin + performance.now();

/** Stands before a server and notes when the event of each step leaves it. */
export class TimingProxy {
  readonly url: string;
  /** By step. */
  readonly sent = new Map<number, number>();
  private readonly server: Server;

  private constructor(server: Server) {
    this.server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  static async start(target: string): Promise<TimingProxy> {
    let note: (chunk: Buffer) => void = () => {};
    const server = createServer((incoming, outgoing) => {
      const isStream = incoming.url?.includes('/stream') === true;
      const options = { method: incoming.method ?? 'GET', headers: incoming.headers };
      const forwarded = request(new URL(incoming.url ?? '/', target), options, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        outgoing.flushHeaders();
        if (isStream) answer.on('data', note);
        answer.pipe(outgoing);
      });
      outgoing.once('close', () => forwarded.destroy());
      forwarded.on('error', () => outgoing.destroy());
      incoming.pipe(forwarded);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const proxy = new TimingProxy(server);
    note = (chunk) => {
      const at = now();
      for (const [, step] of chunk.toString().matchAll(PROGRESS_ID)) proxy.sent.set(Number(step), at);
    };
    return proxy;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
