import { type ApiClient, ApiError, ConnectionError, createApiClient } from '@webfaulon/client';
import { formatEventId } from '@webfaulon/protocol/event-id';
import type { ExplainedStep } from '@webfaulon/protocol/explained-step';
import type { Configuration } from '@webfaulon/sa-core';
import {
  type IsomerMet,
  type Pace,
  type PreparedRun,
  type Runner,
  RunnerError,
  type RunnerEvent,
  type RunPlace,
} from './runner.ts';
import type { RunnerClock } from './runner-clock.ts';
import { allIsomers } from './server-isomers.ts';
import { pastOf } from './server-past.ts';
import { recordOf } from './server-record.ts';
import { type WatchedFrom, WatchedSession } from './watched-session.ts';

const MAX_STEPS_AT_ONCE = 1000;

/** A run that a server computes and plays; this end watches it over an event stream that resumes by itself. */
export class ServerRunner implements Runner {
  readonly engine = 'server';
  private readonly baseUrl: string;
  private readonly api: ApiClient;
  private readonly clock: RunnerClock;
  private listener: (event: RunnerEvent) => void = () => {};
  private session: WatchedSession | undefined;

  /** @param baseUrl '' is the page's own host */
  constructor(baseUrl: string, clock: RunnerClock) {
    this.baseUrl = baseUrl;
    this.api = createApiClient({ baseUrl });
    this.clock = clock;
  }

  listen(listener: (event: RunnerEvent) => void): void {
    this.listener = listener;
  }

  configure(configuration: Configuration, pace: Pace): Promise<PreparedRun> {
    return refusing(async () => {
      const { session_id: id } = await this.api.configure({ ...configuration, steps_per_second: pace });
      const status = await this.api.status(id);
      const { steps_per_second: _, ...resolved } = status.configuration;
      this.leaveSession();
      const totalSteps = status.total_steps;
      const session = this.watch({ id, totalSteps, run: 0, pace, state: 'idle', lastTold: -1 });
      session.introduce();
      session.enter('idle', 0);
      session.tell([recordOf(status)]);
      return { configuration: resolved, totalSteps };
    });
  }

  resume({ session: left }: RunPlace): Promise<PreparedRun> {
    return refusing(async () => {
      if (left === null) throw new RunnerError('session_not_found', 'No server has computed this run.');
      const { id, resets } = left;
      const status = await this.api.status(id);
      const past = await pastOf(this.api, status);
      const { total_steps: totalSteps, session_state: state, step } = status;
      const { steps_per_second: pace, ...resolved } = status.configuration;
      this.leaveSession(id);
      const lastEventId = formatEventId({ step, run: resets, complete: state === 'complete' });
      const session = this.watch({ id, totalSteps, run: resets, pace, state, lastTold: step, lastEventId });
      session.introduce();
      session.enter('idle', 0);
      this.listener({ kind: 'past', past });
      session.tell([recordOf(status)]);
      if (state !== 'idle') session.enter(state, step);
      return { configuration: resolved, totalSteps };
    });
  }

  start(): Promise<void> {
    return refusing(async () => {
      const session = this.requireSession();
      const before = session.state;
      // A short run is over before the answer is there.
      session.enter('running', session.lastTold);
      try {
        await this.api.start(session.id);
      } catch (error) {
        if (session.state === 'running') session.enter(before, session.lastTold);
        throw error;
      }
    });
  }

  pause(): Promise<number> {
    return refusing(async () => {
      const session = this.requireSession();
      if (session.state !== 'running') return session.lastTold;
      try {
        const { step } = await this.api.pause(session.id);
        await session.reach(step);
        session.enter('paused', step);
        return step;
      } catch (error) {
        // It came to its end while the request was on its way.
        if (!(error instanceof ApiError) || error.code !== 'session_not_running') throw error;
        return session.lastTold;
      }
    });
  }

  reset(): Promise<void> {
    return refusing(async () => {
      const session = this.requireSession();
      session.run++;
      try {
        await this.api.reset(session.id);
      } catch (error) {
        session.run--;
        throw error;
      }
      if (session.state === 'complete') session.watchAgain();
      session.beginAgain();
      const start = recordOf(await this.api.status(session.id));
      // A step that was asked for meanwhile can be told first, and is not taken back.
      if (session.lastTold < start.step) session.tell([start]);
    });
  }

  step(count: number): Promise<number> {
    return refusing(async () => {
      const session = this.requireSession();
      let left = count;
      let reached = session.lastTold;
      while (left > 0 && session.state !== 'complete') {
        const { step, status } = await this.api.step(session.id, Math.min(left, MAX_STEPS_AT_ONCE));
        await session.reach(step);
        session.enter(status, step);
        left -= MAX_STEPS_AT_ONCE;
        reached = step;
      }
      return reached;
    });
  }

  setPace(pace: Pace): Promise<void> {
    return refusing(async () => {
      const session = this.requireSession();
      await this.api.setPace(session.id, pace);
      session.pace = pace;
    });
  }

  isomers(): Promise<readonly IsomerMet[]> {
    return refusing(() => allIsomers(this.api, this.requireSession().id));
  }

  explainStep(step: number): Promise<ExplainedStep> {
    return refusing(() => this.api.explainStep(this.requireSession().id, step));
  }

  async reconnectNow(): Promise<void> {
    this.session?.reconnectNow();
  }

  dispose(): void {
    this.listener = () => {};
    this.leaveSession();
  }

  private watch(from: WatchedFrom): WatchedSession {
    const { baseUrl, api, clock } = this;
    const listener = (event: RunnerEvent) => this.listener(event);
    this.session = new WatchedSession(from, { baseUrl, api, clock, listener });
    return this.session;
  }

  /** @param keptId of the session that is needed further */
  private leaveSession(keptId?: string): void {
    const { session } = this;
    this.session = undefined;
    session?.leave();
    // It would expire by itself: whether this works matters to nobody.
    if (session !== undefined && session.id !== keptId) void this.api.remove(session.id).catch(() => {});
  }

  private requireSession(): WatchedSession {
    if (this.session !== undefined) return this.session;
    throw new RunnerError('not_configured', 'There is no run yet: configure one first.');
  }
}

async function refusing<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof ApiError) {
      throw new RunnerError(error.code, error.detail, error.errors[0]?.pointer ?? '');
    }
    if (error instanceof ConnectionError) throw new RunnerError('unreachable', error.message);
    throw error;
  }
}
