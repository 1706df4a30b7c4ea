import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { StoreError } from './store-error.ts';

/** The pipe of Windows for a data directory. It goes with its process, and only one process has it. */
export function pipeOf(directory: string): string {
  const name = createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 16);
  return `\\\\.\\pipe\\webfaulon-${name}`;
}

/**
 * Holds a data directory by a pipe on which nothing is said.
 *
 * @throws {StoreError} in_use
 */
export async function holdPipe(path: string, directory: string): Promise<{ release(): Promise<void> }> {
  const server = createServer((socket) => socket.destroy());
  // It keeps no process alive that has nothing else to do.
  server.unref();
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      reject(code === 'EADDRINUSE' ? new StoreError('in_use', directory) : new Error(message)),
    );
    server.listen(path, resolve);
  });
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}
