import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A network between a client and a server that can be cut, byte by byte, at any moment. */
export class CuttingProxy {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  /** How many connections were made through it. */
  connections = 0;
  /** Bytes of the answer after which the next connections break; undefined lets everything through. */
  cutAfter: number | undefined;

  private constructor(port: () => number) {
    this.server = createServer((client) => {
      this.connections++;
      const upstream = connect(port(), '127.0.0.1');
      let left = this.cutAfter ?? Number.POSITIVE_INFINITY;
      for (const socket of [client, upstream]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          this.sockets.delete(socket);
          client.destroy();
          upstream.destroy();
        });
      }
      client.pipe(upstream);
      upstream.on('data', (bytes: Buffer) => {
        const passed = bytes.subarray(0, left);
        left -= passed.length;
        // Once what was let through is on its way.
        client.write(passed, () => {
          if (left <= 0) client.resetAndDestroy();
        });
      });
    });
  }

  /** @param port of the server behind it, asked at each connection */
  static async open(port: () => number): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(port);
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Breaks every connection there is. */
  cut(): void {
    for (const socket of [...this.sockets]) socket.destroy();
  }

  async close(): Promise<void> {
    this.server.close();
    this.cut();
    await once(this.server, 'close');
  }
}
