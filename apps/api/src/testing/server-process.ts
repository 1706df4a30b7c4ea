import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The server as a process of its own, as `npm start` runs it. */
export class ServerProcess {
  output = '';
  readonly exit: Promise<number | null>;
  private readonly child: ChildProcess;

  /** @param maxFileKilobytes a file that would grow beyond it cannot be written, as on a full disk */
  constructor(environment: Readonly<Record<string, string>>, maxFileKilobytes?: number) {
    const defaults = { PATH: process.env['PATH'], PORT: '0', THREADS: '2', DATA_DIR: 'memory' };
    const env = { ...defaults, ...environment };
    const limit = `ulimit -S -f ${maxFileKilobytes ?? 'unlimited'} && exec "$0" "$1"`;
    this.child = spawn('bash', ['-c', limit, process.execPath, MAIN], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        this.output += text;
      });
    }
    this.exit = once(this.child, 'close').then(([code]) => code as number | null);
  }

  /** The address that the server logs when it listens. */
  async url(): Promise<string> {
    for (;;) {
      const [, found] = /"url":"(http[^"]+)"/.exec(this.output) ?? [];
      if (found !== undefined) return found;
      await Promise.race([
        once(this.child.stdout!, 'data'),
        this.exit.then((code) => {
          throw new Error(`The server exited with ${code}: ${this.output}`);
        }),
      ]);
    }
  }

  /** How long it takes to exit after a signal, and its exit code. */
  async stop(signal: NodeJS.Signals, times = 1): Promise<{ code: number | null; milliseconds: number }> {
    const before = performance.now();
    for (let i = 0; i < times; i++) this.child.kill(signal);
    const code = await this.exit;
    return { code, milliseconds: performance.now() - before };
  }

  /** Without a word, as when the machine is switched off; settled when it is gone. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exit;
  }
}
