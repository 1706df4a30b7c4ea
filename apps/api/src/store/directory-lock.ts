import { randomBytes } from 'node:crypto';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { holdPipe, pipeOf } from './exclusive-pipe.ts';
import { type SocketFolder, socketFolderOf } from './socket-folder.ts';
import { StoreError, storeErrorOf } from './store-error.ts';

const SUFFIX = '.sock';
const POLL_MILLISECONDS = 20;
/** Servers that start together are told apart in a moment; whoever is silent for so long is taken for a holder that hangs. */
const MAX_CONTEST_MILLISECONDS = 5000;
const MAX_ANSWER_MILLISECONDS = 1000;

/** What a server says of itself on its socket, and what its silence says. */
type Claim = 'held' | 'wanted' | 'unknown' | 'gone';

/**
 * Holds a data directory for one server. Each server that wants it listens on a socket in it: the system closes that with the
 * process, however it ends, which no file with a process id in it can tell.
 *
 * A socket has a name that is never used again, so that one whose server was killed can be removed by anyone at any time. Of
 * servers that start together each listens before it looks around, so that of any two one sees the other; the one whose name
 * comes first stays.
 */
export class DirectoryLock {
  private readonly folder: SocketFolder;
  private readonly name: string;
  private readonly server: Server;
  private claim: Claim = 'wanted';

  private constructor(folder: SocketFolder) {
    this.folder = folder;
    this.name = `${folder.prefix}${randomBytes(4).toString('hex')}${SUFFIX}`;
    this.server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(this.claim);
    });
    // It keeps no process alive that has nothing else to do.
    this.server.unref();
  }

  /** @throws {StoreError} in_use, not_writable */
  static async hold(directory: string): Promise<Pick<DirectoryLock, 'release'>> {
    try {
      // Windows has no sockets in a directory.
      if (process.platform === 'win32') return await holdPipe(pipeOf(directory), directory);
      const lock = new DirectoryLock(socketFolderOf(directory));
      try {
        await lock.appear();
        if (await lock.prevails()) return lock;
        throw new StoreError('in_use', directory);
      } catch (error) {
        await lock.release();
        throw error;
      }
    } catch (error) {
      throw storeErrorOf(error, directory);
    }
  }

  async release(): Promise<void> {
    rmSync(this.path(this.name), { force: true });
    await new Promise((resolve) => this.server.close(resolve));
    this.folder.close();
  }

  private path(name: string): string {
    return join(this.folder.path, name);
  }

  /** Listens before it has its name: one that has it and does not listen is the left-over of a server that was killed. */
  private async appear(): Promise<void> {
    const unnamed = this.path(`${this.name}.new`);
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(unnamed, resolve);
    });
    renameSync(unnamed, this.path(this.name));
  }

  /** Whether the directory is this server's: nobody else has it, and nobody who comes first wants it. */
  private async prevails(): Promise<boolean> {
    const end = performance.now() + MAX_CONTEST_MILLISECONDS;
    while (performance.now() < end) {
      const others = await this.others();
      if (others.some(({ claim, name }) => claim === 'held' || (claim === 'wanted' && name < this.name)))
        return false;
      if (others.length === 0) {
        this.claim = 'held';
        return true;
      }
      await delay(POLL_MILLISECONDS);
    }
    return false;
  }

  private async others(): Promise<{ name: string; claim: Claim }[]> {
    const names = readdirSync(this.folder.path).filter(
      (name) => name.startsWith(this.folder.prefix) && name.endsWith(SUFFIX) && name !== this.name,
    );
    const others = await Promise.all(
      names.map(async (name) => ({ name, claim: await claimOn(this.path(name)) })),
    );
    for (const { name } of others.filter(({ claim }) => claim === 'gone'))
      rmSync(this.path(name), { force: true });
    return others.filter(({ claim }) => claim !== 'gone');
  }
}

/** Rejects where that cannot be told, as on the socket of another user's server. */
function claimOn(path: string): Promise<Claim> {
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(path);
    socket.setEncoding('utf8').setTimeout(MAX_ANSWER_MILLISECONDS, () => socket.destroy());
    socket.on('data', (text: string) => {
      said += text;
    });
    socket.once('close', () => resolve(said === 'held' || said === 'wanted' ? said : 'unknown'));
    socket.once('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'ECONNREFUSED' || code === 'ENOENT') resolve('gone');
      else if (code === 'EACCES' || code === 'EPERM')
        reject(new Error(`There is a socket that may not be asked (${code}).`));
      // It was there a moment ago, and may be on its way out.
      else resolve('unknown');
    });
  });
}
