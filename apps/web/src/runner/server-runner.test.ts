import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiServer } from '../../../../scripts/support/api-server.ts';
import type { RunPlace } from './runner.ts';
import { systemClock } from './runner-clock.ts';
import { ServerRunner } from './server-runner.ts';
import { describeRunner } from './testing/runner-contract.ts';
import { WatchedRunner } from './testing/watched-runner.ts';

let server: ApiServer;

beforeAll(async () => {
  server = await ApiServer.start();
}, 20_000);
afterAll(() => server.kill());

describe('the server runner', () => {
  describeRunner(() => new ServerRunner(server.url, systemClock));

  const LEFT: RunPlace = {
    configuration: { formula: 'C8H18' },
    pace: 10,
    step: 40,
    state: 'running',
    session: { id: '7f1c2f0e-2a55-4a0b-9a34-3d0f5a1c9b21', resets: 0 },
  };

  it('says that a session is not there any more', async () => {
    const runner = new ServerRunner(server.url, systemClock);
    for (const session of [LEFT.session, null]) {
      const refused = expect(runner.resume({ ...LEFT, session })).rejects;
      await refused.toMatchObject({ name: 'RunnerError', code: 'session_not_found' });
    }
  });

  it('follows a reset that another page has asked for', async () => {
    const one = new WatchedRunner(new ServerRunner(server.url, systemClock));
    const { configuration } = await one.runner.configure({ formula: 'C8H18', steps_per_cycle: 30 }, null);
    await one.runner.step(10);
    const other = new WatchedRunner(new ServerRunner(server.url, systemClock));
    await other.runner.resume(one.placeOf(configuration, null));
    await one.runner.reset();
    await one.runner.step(3);
    await other.until(() => other.step === 3);
    expect(other.records.map(({ step }) => step)).toEqual([1, 2, 3]);
    one.runner.dispose();
    other.runner.dispose();
  });

  it('says when it tries a lost connection again, and that a server which came back has lost the run', async () => {
    const mortal = await ApiServer.start();
    const watched = new WatchedRunner(new ServerRunner(mortal.url, systemClock));
    const { runner } = watched;
    await runner.configure(LEFT.configuration, 50);
    await runner.start();
    await watched.until(() => watched.step > 3);
    await mortal.kill();
    await watched.until(() =>
      watched.events.some((event) => event.kind === 'link' && event.link === 'reconnecting'),
    );
    const link = watched.events.findLast((event) => event.kind === 'link');
    expect(link).toMatchObject({ link: 'reconnecting', retryMilliseconds: expect.any(Number) });
    const again = await ApiServer.start({ PORT: new URL(mortal.url).port });
    await runner.reconnectNow();
    await watched.until(() => watched.events.some((event) => event.kind === 'link' && event.link === 'lost'));
    expect(watched.state).toBe('failed');
    runner.dispose();
    await again.kill();
  });
});
