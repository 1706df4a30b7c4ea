import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { LoadError } from '../errors.ts';

/** So much of what a server writes is kept, to be told if it fails. */
const MAX_KEPT_CHARACTERS = 20_000;
const MAX_START_MILLISECONDS = 60_000;
const MAX_STOP_MILLISECONDS = 10_000;

/** A server that runs as a child process, from its first word to its end. */
export class ChildServer {
  readonly url: string;
  readonly pid: number;
  private readonly child: ChildProcess;
  private readonly words: () => string;

  private constructor(child: ChildProcess, url: string, words: () => string) {
    this.child = child;
    this.url = url;
    this.pid = child.pid ?? 0;
    this.words = words;
  }

  /**
   * @param file a compiled program that tells its address as "url":"http://…" on standard output
   * @throws {LoadError} if it does not
   */
  static async start(
    file: URL,
    env: Readonly<Record<string, string>>,
    nodeOptions: readonly string[] = [],
    args: readonly string[] = [],
  ): Promise<ChildServer> {
    const child = spawn(process.execPath, [...nodeOptions, fileURLToPath(file), ...args], {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const endWithThisProcess = () => child.kill('SIGKILL');
    // Before whatever else is done then, such as to remove what it writes to.
    process.prependOnceListener('exit', endWithThisProcess);
    child.once('exit', () => process.off('exit', endWithThisProcess));
    let words = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        words = `${words}${text}`.slice(-MAX_KEPT_CHARACTERS);
      });
    }
    const end = performance.now() + MAX_START_MILLISECONDS;
    const exited = once(child, 'exit').then(() => 'exited');
    while (performance.now() < end) {
      const heard = once(child.stdout, 'data').then(() => 'heard');
      if ((await Promise.race([heard, exited])) === 'exited') break;
      const [, url] = /"url":"(http[^"]+)"/.exec(words) ?? [];
      if (url !== undefined)
        return new ChildServer(child, url.replace('localhost', '127.0.0.1'), () => words);
    }
    child.kill('SIGKILL');
    throw new LoadError('server_failed', `The server did not start. Its last words:\n${words}`);
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Warnings of Node's in what it wrote last, such as the one of a leak of listeners. */
  get warnings(): string[] {
    return this.words()
      .split('\n')
      .filter((line) => line.includes('Warning:'));
  }

  /** The end of what it has written. */
  get lastWords(): string {
    return this.words();
  }

  async stop(): Promise<void> {
    if (!this.isRunning) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const force = setTimeout(() => this.child.kill('SIGKILL'), MAX_STOP_MILLISECONDS);
    await exit;
    clearTimeout(force);
  }
}
