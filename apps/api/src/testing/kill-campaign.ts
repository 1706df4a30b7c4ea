import { Random } from '@webfaulon/sa-core';
import { ServerProcess } from './server-process.ts';
import { type AskedRun, WatchedRun } from './watched-run.ts';

const PACES = [10, 20, 50, 100, 200, null] as const;
const SECONDS_OF_A_RUN = 4;
const UNTHROTTLED_STEPS = 300_000;
const MIN_ALIVE_MILLISECONDS = 50;
const MAX_ALIVE_MILLISECONDS = 1200;

/** What the server has answered last about a session, and so must hold to; undefined where an answer was cut off. */
type Answered =
  | { readonly state: 'idle' | 'running' | 'paused' | 'complete'; readonly step: number }
  | undefined;

interface Subject {
  readonly run: WatchedRun;
  answered: Answered;
  isFinished: boolean;
}

/**
 * Kills a server again and again at random moments, while it plays many watched sessions and somebody plays with their
 * buttons, and starts it anew on what it left behind. Collects what a user would call lost.
 */
export class KillCampaign {
  readonly faults: string[] = [];
  sessions = 0;
  private readonly directory: string;
  private readonly random: Random;
  private readonly atOnce: number;
  private server: ServerProcess | undefined;
  private url = 'http://127.0.0.1:9';
  private readonly subjects: Subject[] = [];

  constructor(directory: string, seed: number, sessionsAtOnce: number) {
    this.directory = directory;
    this.random = Random.fromSeed(seed);
    this.atOnce = sessionsAtOnce;
  }

  async run(rounds: number): Promise<void> {
    try {
      await this.startServer();
      for (let round = 0; round < rounds; round++) {
        await this.fill();
        await this.playUntilKilled();
        await this.startServer();
        await this.lookWhatIsLeft(round);
      }
      for (const subject of this.alive) await this.ask(subject, 'start');
      await Promise.all(this.subjects.map(({ run }) => run.viewer.finished));
    } finally {
      for (const { run } of this.subjects) run.viewer.stop();
      await this.server?.kill();
    }
    for (const { run } of this.subjects) this.faults.push(...run.contradictions());
  }

  private get alive(): Subject[] {
    return this.subjects.filter(({ isFinished }) => !isFinished);
  }

  private async startServer(): Promise<void> {
    this.server = new ServerProcess({ DATA_DIR: this.directory });
    this.url = (await this.server.url()).replace('localhost', '127.0.0.1');
  }

  /** As many sessions as are to play at once, new ones in place of those that are over. */
  private async fill(): Promise<void> {
    while (this.alive.length < this.atOnce) {
      const asked = this.runOf(this.sessions++);
      const answer = await this.request('POST', '/api/sa/configure', asked);
      const { session_id: id } = (await answer.json()) as { session_id: string };
      const subject: Subject = {
        run: new WatchedRun(id, asked, () => this.url),
        answered: undefined,
        isFinished: false,
      };
      void subject.run.viewer.finished.then(() => {
        subject.isFinished = true;
      });
      this.subjects.push(subject);
      await this.ask(subject, 'start');
    }
  }

  private runOf(n: number): AskedRun {
    const pace = PACES[n % PACES.length]!;
    const steps = pace === null ? UNTHROTTLED_STEPS : pace * SECONDS_OF_A_RUN;
    const formula = ['C10H16', 'C8H10O', 'C6H14'][n % 3]!;
    return { formula, seed: n, steps_per_cycle: steps / 2, num_cycles: 2, steps_per_second: pace };
  }

  /** Presses buttons, each when the one before was answered, and kills the server in the midst of it. */
  private async playUntilKilled(): Promise<void> {
    const span = MAX_ALIVE_MILLISECONDS - MIN_ALIVE_MILLISECONDS;
    let isAlive = true;
    const killed = new Promise<void>((resolve) => {
      const kill = () => {
        isAlive = false;
        resolve(this.server!.kill());
      };
      setTimeout(kill, MIN_ALIVE_MILLISECONDS + this.random.below(span));
    });
    while (isAlive) {
      const subject = this.alive[this.random.below(Math.max(1, this.alive.length))];
      const buttons = ['start', 'start', 'start', 'pause', 'step', 'step', 'reset'] as const;
      if (subject !== undefined) await this.ask(subject, buttons[this.random.below(buttons.length)]!);
      await new Promise((resolve) => setTimeout(resolve, this.random.below(40)));
    }
    await killed;
  }

  /** Asks a session to do something; what is refused, as it does not run for example, changes nothing. */
  private async ask(subject: Subject, act: 'start' | 'pause' | 'step' | 'reset'): Promise<void> {
    const before = subject.answered;
    subject.answered = undefined;
    try {
      const body = act === 'step' ? { steps: 1 + this.random.below(30) } : undefined;
      const answer = await this.request('POST', `/api/sa/${subject.run.id}/${act}`, body);
      const { status, step = 0 } = (await answer.json()) as { status?: string; step?: number };
      if (!answer.ok) subject.answered = answer.status === 400 ? before : undefined;
      else subject.answered = { state: status as NonNullable<Answered>['state'], step };
      if (answer.status === 404) this.faults.push(`session ${subject.run.id} is not found`);
    } catch {
      // The server was killed before it answered, so it has promised nothing.
    }
  }

  /** After a restart every session is there, and where it said that it stood. */
  private async lookWhatIsLeft(round: number): Promise<void> {
    for (const { run, answered } of this.subjects) {
      const answer = await this.request('GET', `/api/sa/${run.id}/status`);
      const status = (await answer.json()) as { session_state: string; step: number };
      const { session_state: state, step } = status;
      const where = `round ${round}, session ${run.id} at ${run.pace}/s`;
      if (!answer.ok) this.faults.push(`${where}: ${JSON.stringify(status)}`);
      else if (answered?.state === 'running' && !['running', 'complete'].includes(state))
        this.faults.push(`${where}: ran, and is ${state}`);
      else if (
        answered !== undefined &&
        answered.state !== 'running' &&
        (state !== answered.state || step !== answered.step)
      )
        this.faults.push(`${where}: was ${answered.state} at ${answered.step}, and is ${state} at ${step}`);
    }
  }

  private request(method: string, path: string, body?: object): Promise<Response> {
    const headers = { connection: 'close', 'content-type': 'application/json' };
    return fetch(this.url + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}
