import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ClientTurns } from './client-turns.ts';
import { ReadyQueue, type SliceClass } from './ready-queue.ts';

interface Arrival {
  readonly client: string;
  readonly sliceClass: SliceClass;
  readonly deadline: number;
}

const anyArrival = fc.record<Arrival>({
  client: fc.constantFrom('a', 'b', 'c', 'd'),
  sliceClass: fc.constantFrom('prompt', 'paced', 'unthrottled'),
  deadline: fc.integer({ min: 0, max: 20 }),
});
/** Slices that come, and threads that become free (null). */
const anyEvents = fc.array(fc.option(anyArrival, { freq: 2 }), { maxLength: 200 });

/** Plays events; `onTurn` is told who got a turn, and who else waited for one then. */
function play(
  events: readonly (Arrival | null)[],
  onTurn: (client: string, waited: ReadonlySet<string>) => void,
): void {
  const turns = new ClientTurns<Arrival>();
  const waiting = new Map<string, number>();
  for (const event of events) {
    if (event !== null) {
      turns.add(event, event);
      waiting.set(event.client, (waiting.get(event.client) ?? 0) + 1);
      continue;
    }
    const waited = new Set(waiting.keys());
    const got = turns.next();
    expect(got === undefined).toBe(waited.size === 0);
    if (got === undefined) continue;
    const left = waiting.get(got.client)! - 1;
    if (left === 0) waiting.delete(got.client);
    else waiting.set(got.client, left);
    onTurn(got.client, waited);
  }
}

describe('whatever comes when', () => {
  test('while two clients wait, neither gets two slices more than the other', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        let lead = 0;
        play(events, (client, waited) => {
          if (!(waited.has('a') && waited.has('b'))) lead = 0;
          else if (client === 'a') lead++;
          else if (client === 'b') lead--;
          expect(Math.abs(lead)).toBeLessThanOrEqual(2);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('nobody waits for more turns than twice those of one round', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const since = new Map<string, number>();
        play(events, (client, waited) => {
          since.delete(client);
          for (const other of waited) {
            if (other === client) continue;
            since.set(other, (since.get(other) ?? 0) + 1);
            expect(since.get(other)).toBeLessThanOrEqual(2 * 3);
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  test('every slice comes out once, and the length tells how many are left', () => {
    fc.assert(
      fc.property(fc.array(anyArrival, { maxLength: 60 }), (arrivals) => {
        const turns = new ClientTurns<Arrival>();
        for (const arrival of arrivals) turns.add(arrival, arrival);
        const out = new Set<Arrival>();
        for (let left = arrivals.length; left > 0; left--) {
          expect(turns.length).toBe(left);
          out.add(turns.next()!);
        }
        expect([turns.length, turns.next(), out.size]).toEqual([0, undefined, arrivals.length]);
      }),
    );
  });

  test('the slices of one client come in the order of its ready queue', () => {
    fc.assert(
      fc.property(fc.array(anyArrival, { maxLength: 60 }), (arrivals) => {
        const turns = new ClientTurns<Arrival>();
        const queue = new ReadyQueue<Arrival>();
        for (const arrival of arrivals) {
          turns.add(arrival, { ...arrival, client: 'alone' });
          queue.add(arrival, arrival.sliceClass, arrival.deadline);
        }
        for (const _ of arrivals) expect(turns.next()).toBe(queue.next());
      }),
    );
  });
});

test("one client's 2,000 unthrottled sessions leave another's one every second slice", () => {
  const turns = new ClientTurns<string>();
  const add = (client: string) => turns.add(client, { client, sliceClass: 'unthrottled', deadline: 0 });
  for (let i = 0; i < 2000; i++) add('many');
  add('one');
  const got: Record<string, number> = { many: 0, one: 0 };
  for (let turn = 0; turn < 1000; turn++) {
    const client = turns.next()!;
    got[client]!++;
    // A session asks for its next slice once it has the last.
    add(client);
  }
  expect(got).toEqual({ many: 500, one: 500 });
});

test('a flood of questions gets no more than its turn: paced and unthrottled sessions of others go on', () => {
  const turns = new ClientTurns<string>();
  for (let i = 0; i < 1000; i++) turns.add('flood', { client: 'flood', sliceClass: 'prompt', deadline: 0 });
  for (let i = 0; i < 60; i++) {
    turns.add('class', { client: `student ${i}`, sliceClass: 'paced', deadline: i });
  }
  const first = Array.from({ length: 62 }, () => turns.next());
  expect(first.filter((who) => who === 'class')).toHaveLength(60);
});

test('who comes new with a prompt slice is next, whatever number of clients waits', () => {
  const turns = new ClientTurns<string>();
  for (let i = 0; i < 500; i++) {
    turns.add('crowd', { client: `crowd ${i}`, sliceClass: 'unthrottled', deadline: 0 });
  }
  turns.add('new', { client: 'new', sliceClass: 'prompt', deadline: 0 });
  expect([turns.next(), turns.next()]).toContain('new');
});

test('however many new clients come with prompt slices, those who came before get every fourth turn', () => {
  const turns = new ClientTurns<string>();
  for (let i = 0; i < 10; i++) {
    turns.add('before', { client: `before ${i}`, sliceClass: 'unthrottled', deadline: 0 });
  }
  const got: (string | undefined)[] = [];
  for (let i = 0; i < 40; i++) {
    for (const n of [1, 2]) turns.add('new', { client: `new ${i} ${n}`, sliceClass: 'prompt', deadline: 0 });
    got.push(turns.next());
  }
  expect(got.filter((who) => who === 'before')).toHaveLength(10);
});
