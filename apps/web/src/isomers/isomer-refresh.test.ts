import { describe, expect, it } from '@jest/globals';
import { IsomerRefresh } from './isomer-refresh.ts';

/** Time that passes when told to; each question is answered, with its number, when told to. */
function held() {
  let time = 0;
  let timers: { readonly at: number; readonly callback: () => void }[] = [];
  let asked = 0;
  const answers: (() => void)[] = [];
  const taken: number[] = [];
  const refresh = new IsomerRefresh<number>(
    () => {
      const number = ++asked;
      return new Promise((resolve) => {
        answers.push(() => resolve(number));
      });
    },
    (answer) => taken.push(answer),
    {
      now: () => time,
      after: (milliseconds, callback) => {
        const timer = { at: time + milliseconds, callback };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
    },
  );
  const pass = (milliseconds: number) => {
    time += milliseconds;
    const due = timers.filter(({ at }) => at <= time);
    timers = timers.filter(({ at }) => at > time);
    for (const { callback } of due) callback();
  };
  const answer = async () => {
    answers.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { refresh, taken, pass, answer, asked: () => asked };
}

describe('asking for the isomers met', () => {
  it('happens seldom, however often there is something new', async () => {
    const { refresh, taken, pass, answer, asked } = held();
    for (let time = 0; time < 3000; time += 100) {
      refresh.soon();
      pass(100);
      await answer();
    }
    expect(asked()).toBe(2);
    expect(taken).toEqual([1, 2]);
  });

  it('takes a twentieth of the time at most', async () => {
    const { refresh, pass, answer, asked } = held();
    refresh.now();
    pass(1000);
    await answer();
    refresh.soon();
    pass(18_000);
    expect(asked()).toBe(1);
    pass(1000);
    expect(asked()).toBe(2);
  });

  it('happens at once when it is to be seen at once, once more if a question is on its way', async () => {
    const { refresh, taken, answer, asked } = held();
    refresh.now();
    refresh.now();
    refresh.now();
    expect(asked()).toBe(1);
    await answer();
    expect(asked()).toBe(2);
    await answer();
    expect(asked()).toBe(2);
    expect(taken).toEqual([1, 2]);
  });

  it('passes over the answer about a run that is over', async () => {
    const { refresh, taken, answer } = held();
    refresh.now();
    refresh.forget();
    refresh.now();
    await answer();
    await answer();
    expect(taken).toEqual([2]);
  });

  it('goes on after a failure', async () => {
    const taken: string[] = [];
    let isReachable = false;
    const ask = async () => {
      if (!isReachable) throw new Error('unreachable');
      return 'isomers';
    };
    const clock = { now: () => 0, after: () => () => {} };
    const refresh = new IsomerRefresh<string>(ask, (answer) => taken.push(answer), clock);
    const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
    refresh.now();
    await turn();
    isReachable = true;
    refresh.now();
    await turn();
    expect(taken).toEqual(['isomers']);
  });
});
