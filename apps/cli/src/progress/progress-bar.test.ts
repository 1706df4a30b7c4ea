import { describe, expect, test } from '@jest/globals';
import { ProgressBar } from './progress-bar.ts';

const ERASE = '\r\u001b[K';

function drawn(isTerminal: boolean) {
  const written: string[] = [];
  const clock = { now: 0 };
  const terminal = { isTerminal, columns: () => 80, write: (text: string) => void written.push(text) };
  const bar = new ProgressBar(terminal, () => clock.now);
  const showAt = (milliseconds: number, done: number): void => {
    clock.now = milliseconds;
    bar.show({ subject: 'C6H14', done, total: 100, unit: 'steps' });
  };
  return { written, bar, showAt };
}

describe('the progress bar', () => {
  test('writes its line anew, ten times a second at most', () => {
    const { written, showAt } = drawn(true);
    for (let milliseconds = 0; milliseconds <= 1000; milliseconds += 10)
      showAt(milliseconds, milliseconds / 10);
    expect(written).toHaveLength(10);
    expect(written.every((text) => text.startsWith(`${ERASE}C6H14`) && !text.includes('\n'))).toBe(true);
    expect(written[4]).toContain(' 50 % ');
  });

  test('does not appear for work that is done at once', () => {
    const { written, bar, showAt } = drawn(true);
    showAt(90, 100);
    bar.clear();
    expect(written).toEqual([]);
  });

  test('leaves nothing behind', () => {
    const { written, bar, showAt } = drawn(true);
    showAt(200, 50);
    bar.clear();
    bar.clear();
    expect(written.slice(1)).toEqual([ERASE]);
  });

  test('leaves the last column free', () => {
    const { written, showAt } = drawn(true);
    showAt(200, 50);
    expect(written[0]!.length - ERASE.length).toBeLessThan(80);
  });

  test('writes nothing where there is no terminal', () => {
    const { written, bar, showAt } = drawn(false);
    showAt(200, 50);
    bar.clear();
    expect(written).toEqual([]);
  });
});
