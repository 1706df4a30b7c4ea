import { describe, expect, test } from '@jest/globals';
import { coarseStride, type EventId, REPLAY_PER_STEP_MAX, type SessionState } from '@webfaulon/protocol';
import fc from 'fast-check';
import type { AnnealingSession } from '../sessions/annealing-session.ts';
import { entryOf, ViewerCursor } from './viewer-cursor.ts';

interface Place {
  totalSteps: number;
  lastStep: number;
  played: number;
  liveStride: number;
  run: number;
  state: SessionState;
  completeWasSeen: boolean;
}

/** What a cursor sees of a session, for the test to change. */
function sessionAt(place: Partial<Place>): AnnealingSession & Place {
  const session: Place = {
    totalSteps: 2000,
    lastStep: place.totalSteps ?? 2000,
    played: 0,
    liveStride: 1,
    run: 0,
    state: 'running',
    completeWasSeen: false,
    ...place,
  };
  return session as AnnealingSession & Place;
}

/** All steps that a viewer is sent, from where it stands to the end. */
function stepsFrom(cursor: ViewerCursor): number[] {
  const steps: number[] = [];
  for (let next = cursor.next(); next !== undefined; next = cursor.next()) {
    steps.push(next);
    cursor.step = next;
  }
  return steps;
}

function multiples(of: number, after: number, totalSteps: number): number[] {
  const steps: number[] = [];
  for (let step = after + 1; step <= totalSteps; step++) {
    if (step % of === 0 || step === totalSteps) steps.push(step);
  }
  return steps;
}

describe('the steps that a viewer is sent', () => {
  test('every run of up to 25 steps, every grid, every place to come in: the multiples after it, and the last', () => {
    for (let totalSteps = 1; totalSteps <= 25; totalSteps++) {
      for (let stride = 1; stride <= 27; stride++) {
        for (let entry = 0; entry <= totalSteps; entry++) {
          const expected = multiples(stride, entry, totalSteps);
          const session = sessionAt({ totalSteps, played: totalSteps, liveStride: stride });
          expect(stepsFrom(new ViewerCursor(session, entry, undefined))).toEqual(expected);
          const live = sessionAt({ totalSteps, played: totalSteps });
          expect(stepsFrom(new ViewerCursor(live, entry, stride))).toEqual(expected);
        }
      }
    }
  });

  test('do not depend on how far the session has played meanwhile', () => {
    const anyPlace = fc.record({
      totalSteps: fc.integer({ min: 1, max: 20_000 }),
      entry: fc.nat(20_000),
      ahead: fc.nat(4),
    });
    fc.assert(
      fc.property(anyPlace, ({ totalSteps, entry, ahead }) => {
        const step = Math.min(entry, totalSteps);
        const early = sessionAt({ totalSteps, played: step });
        const cursor = new ViewerCursor(early, step, undefined);
        early.played = Math.min(totalSteps, step + ahead * REPLAY_PER_STEP_MAX);
        const late = sessionAt({ totalSteps, played: Math.min(totalSteps, step + REPLAY_PER_STEP_MAX) });
        expect(stepsFrom(cursor)).toEqual(stepsFrom(new ViewerCursor(late, step, undefined)));
      }),
      { numRuns: 30 },
    );
  });

  test('a replay of 5,000 steps is sent in full, one of 5,001 on the coarse grid, and then in full', () => {
    const totalSteps = 20_000;
    const stride = coarseStride(totalSteps);
    expect(stride).toBe(40);
    const full = sessionAt({ totalSteps, played: 5_000 });
    expect(stepsFrom(new ViewerCursor(full, 0, undefined))).toEqual(multiples(1, 0, totalSteps));
    for (const played of [5_001, 5_039, 5_040, 5_041]) {
      const coarse = sessionAt({ totalSteps, played });
      expect(stepsFrom(new ViewerCursor(coarse, 0, undefined))).toEqual([
        ...multiples(stride, 0, Math.floor(played / stride) * stride),
        ...multiples(1, played, totalSteps),
      ]);
    }
  });

  test('a coarse replay from within the run begins on the grid after the entry', () => {
    const session = sessionAt({ totalSteps: 20_000, played: 20_000 });
    expect(stepsFrom(new ViewerCursor(session, 1001, undefined))).toEqual(multiples(40, 1001, 20_000));
  });

  test('of every n-th step stay so in a long replay', () => {
    const session = sessionAt({ totalSteps: 20_000, played: 20_000 });
    expect(stepsFrom(new ViewerCursor(session, 0, 7))).toEqual(multiples(7, 0, 20_000));
  });
});

describe('of a run that a stop rule has ended', () => {
  const ended = (place: Partial<Place>) => sessionAt({ totalSteps: 20_000, lastStep: 777, ...place });

  test('are those up to where it ended, that step included, on the grid of the whole run', () => {
    expect(stepsFrom(new ViewerCursor(ended({ played: 777 }), 0, undefined))).toEqual(multiples(1, 0, 777));
    const coarse = ended({ played: 777, liveStride: coarseStride(20_000) });
    expect(stepsFrom(new ViewerCursor(coarse, 0, undefined))).toEqual(multiples(40, 0, 777));
    expect(stepsFrom(new ViewerCursor(coarse, 0, 500))).toEqual([500, 777]);
    expect(stepsFrom(new ViewerCursor(coarse, 777, undefined))).toEqual([]);
  });

  test('include it also where the end was not known when the viewer came in', () => {
    const session = sessionAt({ totalSteps: 20_000, played: 770, liveStride: 40 });
    const cursor = new ViewerCursor(session, 760, undefined);
    expect(cursor.next()).toBe(800);
    session.lastStep = 777;
    expect(stepsFrom(cursor)).toEqual([777]);
  });

  test('are no more once it is seen, whose id is that of the last step', () => {
    const complete = ended({ played: 777, state: 'complete', completeWasSeen: true });
    const none = { lastEventId: undefined, from: undefined };
    expect(entryOf(complete, none)).toBe(777);
    expect(entryOf(complete, { ...none, lastEventId: { step: 777, run: 0, complete: true } })).toBe('seen');
    expect(entryOf(complete, { ...none, lastEventId: { step: 777, run: 0, complete: false } })).toBe(777);
    expect(entryOf(complete, { ...none, lastEventId: { step: 778, run: 0, complete: false } })).toBe(0);
  });
});

describe('a viewer that fell behind', () => {
  test('is told how many events it is behind, and how many it misses: those that are not sent', () => {
    const anyPlace = fc.record({
      liveStride: fc.integer({ min: 1, max: 12 }),
      step: fc.nat(300),
      ahead: fc.nat(300),
      totalSteps: fc.integer({ min: 1, max: 600 }),
    });
    fc.assert(
      fc.property(anyPlace, ({ liveStride, totalSteps, step, ahead }) => {
        const entry = Math.min(step, totalSteps);
        const played = Math.min(totalSteps, entry + ahead);
        const session = sessionAt({ totalSteps, played, liveStride });
        const cursor = new ViewerCursor(session, entry, undefined);
        const onGrid = multiples(liveStride, entry, totalSteps).filter(
          (s) => s % liveStride === 0 && s <= played,
        );
        expect(cursor.behind()).toBe(onGrid.length);
        const all = stepsFrom(new ViewerCursor(session, entry, undefined));
        const skipped = cursor.skipToNewest();
        const rest = stepsFrom(cursor);
        expect(all.length - rest.length).toBe(skipped);
        expect(rest).toEqual(all.slice(skipped));
        // What it gets next is the newest there is.
        expect(skipped).toBe(Math.max(0, onGrid.length - 1));
      }),
    );
  });
});

describe('where a viewer comes in', () => {
  const id = (step: number, run = 0, complete = false): EventId => ({ step, run, complete });
  const none = { lastEventId: undefined, from: undefined };
  const running = sessionAt({ played: 700, run: 1 });
  const complete = sessionAt({ played: 2000, run: 1, state: 'complete' });
  const seen = sessionAt({ played: 2000, run: 1, state: 'complete', completeWasSeen: true });

  test.each([
    ['a first connection sees the run from its start', running, none, 0],
    ['so it does when the run is complete, if no viewer saw that', complete, none, 0],
    ['complete comes alone if a viewer has seen it', seen, none, 2000],
    ['unless the replay is asked for', seen, { ...none, from: 'start' }, 0],
    ['from=now is live', running, { ...none, from: 'now' }, 700],
    ['from=now of a complete run is its complete event', complete, { ...none, from: 'now' }, 2000],
    ['an id goes on after its step', running, { ...none, lastEventId: id(17, 1) }, 17],
    ['an id goes before from', running, { from: 'now', lastEventId: id(17, 1) }, 17],
    ['an id of the first step too', running, { ...none, lastEventId: id(0, 1) }, 0],
    ['the id of the last step leaves complete alone', seen, { ...none, lastEventId: id(2000, 1) }, 2000],
    ['an id of a run before a reset is no place', running, { ...none, lastEventId: id(17, 0) }, 0],
    ['nor is one of a run that has not begun', running, { ...none, lastEventId: id(17, 2) }, 0],
    ['nor one beyond the last step', running, { ...none, lastEventId: id(2001, 1) }, 0],
    ['a step not played yet is waited for', running, { ...none, lastEventId: id(900, 1) }, 900],
    ['the complete id has seen everything', complete, { ...none, lastEventId: id(2000, 1, true) }, 'seen'],
    ['also when a replay is asked for', seen, { from: 'start', lastEventId: id(2000, 1, true) }, 'seen'],
    ['the complete id of another run has not', complete, { ...none, lastEventId: id(2000, 0, true) }, 0],
    ['nor of a run that plays', running, { ...none, lastEventId: id(2000, 1, true) }, 0],
    ['nor one of another step', complete, { ...none, lastEventId: id(5, 1, true) }, 0],
  ] as const)('%s', (_, session, wish, entry) => {
    expect(entryOf(session, wish)).toBe(entry);
  });
});
