import { createHash } from 'node:crypto';
import { closeSync, openSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The path of a socket may have 108 bytes, on some systems 104. */
const MAX_SOCKET_PATH = 103;
const LONGEST_NAME = 'server.01234567.sock.new';

/** Where the servers of a data directory have the sockets by which they know of each other. */
export interface SocketFolder {
  readonly path: string;
  /** Every name in the folder that begins so is a socket of this directory. */
  readonly prefix: string;
  /** To be called when no socket of this process is used by this path any more. */
  close(): void;
}

/**
 * The directory itself, so that whoever reaches it, by whatever name or from whatever container, finds the same sockets.
 *
 * @param directory one that is there
 * @throws what the file system says
 */
export function socketFolderOf(directory: string): SocketFolder {
  const prefix = 'server.';
  if (Buffer.byteLength(join(directory, LONGEST_NAME)) <= MAX_SOCKET_PATH) {
    return { path: directory, prefix, close: () => undefined };
  }
  if (process.platform === 'linux') {
    // A shorter name of the same directory.
    const descriptor = openSync(directory, 'r');
    return { path: `/proc/self/fd/${descriptor}`, prefix, close: () => closeSync(descriptor) };
  }
  const name = createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 16);
  return { path: tmpdir(), prefix: `webfaulon-${name}.`, close: () => undefined };
}
