import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoreError, storeErrorOf } from './store-error.ts';

/** The path of a socket may have 108 bytes, on some systems 104. */
const MAX_SOCKET_PATH = 100;

/**
 * Holds a data directory for one server. It is a socket on which the server listens and says nothing: the system closes it with the
 * process, however that ends, which no file with a process id in it can tell.
 */
export class DirectoryLock {
  private readonly server: Server;

  private constructor(server: Server) {
    this.server = server;
  }

  /** @throws {StoreError} in_use, not_writable */
  static async hold(directory: string): Promise<DirectoryLock> {
    const path = socketPathOf(directory);
    const server = createServer((socket) => socket.destroy());
    // It keeps no process alive that has nothing else to do.
    server.unref();
    try {
      await listen(server, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw storeErrorOf(error, directory);
      const isAnswered = await answers(path).catch((refused: unknown) => {
        throw storeErrorOf(refused, directory);
      });
      if (isAnswered) throw new StoreError('in_use', directory);
      removeLeftOver(path, directory);
      await listen(server, path).catch(() => {
        throw new StoreError('in_use', directory);
      });
    }
    return new DirectoryLock(server);
  }

  release(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

function socketPathOf(directory: string): string {
  const name = createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\webfaulon-${name}`;
  const inside = join(directory, 'server.sock');
  return Buffer.byteLength(inside) <= MAX_SOCKET_PATH ? inside : join(tmpdir(), `webfaulon-${name}.sock`);
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** A socket of a server that was killed. */
function removeLeftOver(path: string, directory: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw storeErrorOf(error, directory);
  }
}

/** Whether a server listens. Where that cannot be told, as on the socket of another user's server, it rejects. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(false);
      else reject(error);
    });
  });
}
