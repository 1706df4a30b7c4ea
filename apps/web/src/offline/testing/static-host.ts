import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Turbo builds it before these tests run. */
const BUILT = fileURLToPath(new URL('../../../dist-static', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** A host that knows nothing but files, under a path that the page was not told of. */
export class StaticHost {
  readonly url: string;
  /** What it serves, by path below the page. */
  readonly files: Map<string, Buffer>;
  /** The paths that were asked for and are not there. */
  readonly missed: string[] = [];
  private readonly server: Server;

  private constructor(server: Server, files: Map<string, Buffer>, folder: string) {
    this.server = server;
    this.files = files;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${folder}`;
    server.on('request', ({ url = '' }, response) => {
      const { pathname } = new URL(url, this.url);
      const path = pathname.slice(folder.length);
      const file = pathname.startsWith(folder) ? files.get(path === '' ? 'index.html' : path) : undefined;
      if (file === undefined) this.missed.push(pathname);
      response.statusCode = file === undefined ? 404 : 200;
      response.setHeader('content-type', TYPES[extname(path) || '.html'] ?? 'application/octet-stream');
      response.end(file);
    });
  }

  static async start(folder = '/any/where/'): Promise<StaticHost> {
    const paths = readdirSync(BUILT, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const files = new Map(paths.map((path) => [path.slice(BUILT.length + 1), readFileSync(path)]));
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return new StaticHost(server, files, folder);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
