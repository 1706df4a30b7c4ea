import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { ApiError, ConnectionError } from '@webfaulon/client';
import type { ClassBoard } from '@webfaulon/protocol';
import { BUILT_IN_COMPONENTS, resolveConfiguration } from '@webfaulon/sa-core';
import { systemClock } from '../runner/runner-clock.ts';
import { BoardWatch } from './board-watch.ts';

const configuration = {
  ...resolveConfiguration({ formula: 'C8H18' }, BUILT_IN_COMPONENTS),
  steps_per_second: null,
};
const isomer = (n: number) => ({
  smiles: `isomer ${n}`,
  score: n,
  first_finder: null,
  first_finder_number: 1,
  finders: 1,
});

/** A board on which so many isomers are found, a page of three at a time. */
class Board {
  found = 0;
  failure: Error | null = null;
  readonly cursors: number[] = [];

  async classBoard(code: string, { cursor = 0 }: { cursor?: number } = {}): Promise<ClassBoard> {
    this.cursors.push(cursor);
    if (this.failure !== null) throw this.failure;
    const end = Math.min(cursor + 3, this.found);
    return {
      code,
      title: null,
      configuration,
      total_steps: 100,
      members: 1,
      steps_played: 0,
      is_up_to_date: true,
      total: 18,
      total_found: this.found,
      histogram: [],
      isomers: Array.from({ length: end - cursor }, (_, i) => isomer(cursor + i)),
      next_cursor: end < this.found ? end : null,
    };
  }
}

/** A page that can be hidden. */
class Screen {
  private visible = true;
  private listener = () => {};
  isVisible = () => this.visible;
  onChange = (listener: () => void) => {
    this.listener = listener;
    return () => {
      this.listener = () => {};
    };
  };
  turn(visible: boolean): void {
    this.visible = visible;
    this.listener();
  }
}

let board: Board;
let screen: Screen;
let watch: BoardWatch;
const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  jest.useFakeTimers();
  board = new Board();
  screen = new Screen();
  watch = new BoardWatch(board, 'K7WQ3N', systemClock, screen);
});
afterEach(() => {
  watch.stop();
  jest.useRealTimers();
});

test('asks every two seconds for what is new, and at once for the next page', async () => {
  board.found = 7;
  await pass(10);
  expect(board.cursors).toEqual([0, 3, 6]);
  expect(watch.watched.value.isomers).toEqual(Array.from({ length: 7 }, (_, i) => isomer(i)));
  board.found = 8;
  await pass(2000);
  expect(board.cursors.slice(3)).toEqual([7]);
  expect(watch.watched.value.isomers.at(-1)).toEqual(isomer(7));
});

test('asks nothing while the page is hidden, and at once when it is seen again', async () => {
  await pass(10);
  screen.turn(false);
  await pass(60_000);
  expect(board.cursors).toHaveLength(1);
  screen.turn(true);
  await pass(10);
  expect(board.cursors).toHaveLength(2);
});

test('keeps the board while the server cannot be reached, asks ever less often, and goes on when it is back', async () => {
  board.found = 2;
  await pass(10);
  board.failure = new ConnectionError('no route');
  await pass(2000);
  expect(watch.watched.value).toMatchObject({
    trouble: { kind: 'unreachable' },
    isomers: [isomer(0), isomer(1)],
  });
  const before = board.cursors.length;
  await pass(14_500);
  expect(board.cursors.length - before).toBe(3);
  board.failure = null;
  await pass(16_000);
  expect(watch.watched.value.trouble).toBeNull();
});

test('asks no more once the class is gone', async () => {
  await pass(10);
  board.failure = new ApiError({ status: 404, code: 'class_not_found', detail: '', errors: [] });
  await pass(60_000);
  expect(board.cursors).toHaveLength(2);
  expect(watch.watched.value.trouble?.kind).toBe('gone');
});

test('asks no more once it is stopped', async () => {
  await pass(10);
  watch.stop();
  screen.turn(true);
  await pass(60_000);
  expect(board.cursors).toHaveLength(1);
});
