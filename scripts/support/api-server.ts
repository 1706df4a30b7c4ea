import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Turbo builds it before these tests run. Started as a program, so that nothing here imports the server. */
const MAIN = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));

/** The real server, as `npm start` runs it, for tests and measurements of what uses it; on a free port unless one is asked for. */
export class ApiServer {
  readonly url: string;
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.child = child;
    this.url = url;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** @param variables of the server's configuration, beside or in place of those that a test needs anyway */
  static async start(variables: Readonly<Record<string, string>> = {}): Promise<ApiServer> {
    const env = {
      PATH: process.env['PATH'],
      PORT: '0',
      THREADS: '1',
      LOG_LEVEL: 'info',
      DATA_DIR: 'memory',
      ...variables,
    };
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.setEncoding('utf8');
    let output = '';
    for (;;) {
      const next: unknown[] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
      if (typeof next[0] !== 'string') throw new Error(`The server did not start: ${output}`);
      output += next[0];
      const [, url] = /"url":"(http[^"]+)"/.exec(output) ?? [];
      if (url === undefined) continue;
      child.stdout.resume();
      return new ApiServer(child, url.replace('localhost', '127.0.0.1'));
    }
  }

  /** Without a word, as when the machine is switched off. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exit;
  }
}
