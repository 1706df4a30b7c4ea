import type { SessionState } from '@webfaulon/protocol';
import { AnnealingSession } from '../sessions/annealing-session.ts';
import { ManualSlicer, resolved } from './manual-slicer.ts';
import { IDENTITY } from './owners.ts';

/** Sessions for which time goes on and slices are computed as the test says. */
export class SessionStage {
  readonly slicer = new ManualSlicer();
  /** In milliseconds. */
  private now = 1000;

  createSession(stepsPerSecond: number | null = 100, configuration = resolved()): AnnealingSession {
    return new AnnealingSession(IDENTITY, configuration, stepsPerSecond, this.slicer, () => this.now);
  }

  /** Lets time pass and plays what is due. */
  pass(session: AnnealingSession, milliseconds: number): void {
    this.now += milliseconds;
    session.play();
  }

  /** A session in a state, come there as sessions do. */
  async sessionIn(state: SessionState): Promise<AnnealingSession> {
    const session = this.createSession();
    if (state === 'failed') {
      await this.slicer.fail();
      return session;
    }
    await this.slicer.answer();
    if (state === 'idle') return session;
    session.start();
    await this.slicer.answer();
    this.pass(session, state === 'complete' ? 200 : 50);
    if (state === 'paused') session.pause();
    return session;
  }
}
