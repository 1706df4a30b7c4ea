import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { Checkpoint } from '@webfaulon/sa-core';
import type { SliceRequest } from '../annealing/annealing-pool.ts';
import { resolved } from '../testing/manual-slicer.ts';
import { ownerNamed } from '../testing/owners.ts';
import type { SessionIdentity } from './session-identity.ts';
import { turnOf } from './slice-turn.ts';

const session = (client: string): SessionIdentity => ({
  id: randomUUID(),
  viewerId: randomUUID(),
  owner: ownerNamed(client),
});

const large = resolved({ formula: 'C100H202' });

function slice(step: number, steps: number, sliceClass: SliceRequest['sliceClass'] = 'prompt'): SliceRequest {
  const checkpoint = step === 0 ? null : ({ step } as Checkpoint);
  return { task: { configuration: large, checkpoint, steps, milliseconds: 10, every: 100 }, sliceClass };
}

test('a start molecule that is quick has a turn of its own', () => {
  const { task, ...request } = slice(0, 0);
  const configuration = resolved({ formula: 'C10H16' });
  const turns = [1, 2, 3].map(() => turnOf(session('a'), { ...request, task: { ...task, configuration } }));
  expect(new Set(turns).size).toBe(3);
});

test('what a run computes is in the turn of its client', () => {
  const one = session('a');
  expect(turnOf(one, slice(0, 10))).toBe('cookie a');
  expect(turnOf(one, slice(50, 10, 'unthrottled'))).toBe('cookie a');
  expect(turnOf(one, slice(100, 10))).toBe('cookie a');
});

test.each([
  ['start molecules that take long', 0, 0, 16],
  ['runs with nothing to show yet', 50, 10, 4],
])('%s of however many sessions have a few turns beside that of their client', (_, step, steps, count) => {
  const turnsOf = (client: string) =>
    new Set(Array.from({ length: 5000 }, () => turnOf(session(client), slice(step, steps))));
  const turns = turnsOf('a');
  expect(turns.size).toBe(count);
  expect(turns.has('cookie a')).toBe(false);
  for (const other of turnsOf('b')) expect(turns.has(other)).toBe(false);
});

test('a run that has nothing to show yet goes on in another turn each time', () => {
  const one = session('a');
  const turns = [0, 31, 50].map((step) => turnOf(one, slice(step, 10)));
  expect(new Set(turns).size).toBe(3);
});
