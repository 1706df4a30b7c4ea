import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('./measured-server.mjs', import.meta.url));

/** What the server tells of itself. */
export interface Measurement {
  /** Since the last measurement: the longest that the event loop was held by what it did, and its longest turn for whatever reason. */
  readonly stalls: { readonly busy: number; readonly late: number };
  readonly heapBytes: number;
  readonly sockets: number;
  readonly sessions: number;
  readonly streams: number;
}

/** A server in a process of its own, which tells of itself what no client can see. Keeps everything in memory. */
export class MeasuredServer {
  readonly port: number;
  private readonly child: ChildProcess;
  private exit: string | undefined;
  private log = '';

  private constructor(child: ChildProcess, port: number) {
    this.child = child;
    this.port = port;
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.log += text;
    });
    child.once('exit', (code, signal) => {
      this.exit = `exit code ${code}, signal ${signal}`;
    });
  }

  static async start(environment: Readonly<Record<string, string>>): Promise<MeasuredServer> {
    const child = fork(PROGRAM, {
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: { DATA_DIR: 'memory', ...environment, PATH: process.env['PATH'] },
    });
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The server exited with ${code} before it listened.`);
    });
    const [{ url }] = (await Promise.race([once(child, 'message'), ended])) as [{ url: string }];
    return new MeasuredServer(child, Number(new URL(url).port));
  }

  /** How the process ended; undefined while it lives. */
  get ended(): string | undefined {
    return this.exit;
  }

  /** What it has logged since it listens. */
  get output(): string {
    return this.log;
  }

  async measure(): Promise<Measurement> {
    this.child.send('measure');
    const [measurement] = (await once(this.child, 'message')) as [Measurement];
    return measurement;
  }

  async stop(): Promise<void> {
    if (this.exit !== undefined) return;
    this.child.send('stop');
    await once(this.child, 'exit');
  }
}
