import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Turbo builds it before these tests run. */
const FILES = fileURLToPath(new URL('../../dist-static/', import.meta.url));
/** Not the root: the page is to work under any path. */
const FOLDER = '/some/folder/';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** The page built as static files, on the plainest of hosts: it knows files and nothing else. */
export class StaticHost {
  readonly url: string;
  private readonly server: Server;

  private constructor(server: Server) {
    this.server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${FOLDER}`;
  }

  static async start(): Promise<StaticHost> {
    const server = createServer(async ({ url = '/' }, response) => {
      const { pathname } = new URL(url, 'http://host');
      const name = pathname === FOLDER ? 'index.html' : pathname.slice(FOLDER.length);
      try {
        if (!pathname.startsWith(FOLDER)) throw new Error('outside');
        const content = await readFile(join(FILES, name));
        response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' });
        response.end(content);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new StaticHost(server);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
