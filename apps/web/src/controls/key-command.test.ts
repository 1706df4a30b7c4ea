import { describe, expect, it } from '@jest/globals';
import { commandOfKey, type KeyPress } from './key-command.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  focus: 'body',
  ...more,
});

describe('the keys of the run', () => {
  for (const [key, command] of [
    [' ', 'toggle'],
    ['ArrowRight', 'step'],
    ['r', 'reset'],
    ['R', 'reset'],
  ] as const) {
    it(`"${key}" means ${command}`, () => expect(commandOfKey(press(key))).toBe(command));
  }

  it('leave shortcuts of the browser alone', () => {
    expect(commandOfKey(press('r', { ctrlKey: true }))).toBeNull();
    expect(commandOfKey(press('r', { metaKey: true }))).toBeNull();
    expect(commandOfKey(press('ArrowRight', { altKey: true }))).toBeNull();
  });

  it('belong to a field that has the focus', () => {
    for (const focus of ['input', 'textarea', 'select']) {
      for (const key of [' ', 'ArrowRight', 'r']) expect(commandOfKey(press(key, { focus }))).toBeNull();
    }
  });

  it('leave the space to a button, and nothing else', () => {
    expect(commandOfKey(press(' ', { focus: 'button' }))).toBeNull();
    expect(commandOfKey(press('r', { focus: 'button' }))).toBe('reset');
  });

  it('are these alone', () => {
    for (const key of ['a', 'ArrowLeft', 'Enter', 'toString']) expect(commandOfKey(press(key))).toBeNull();
  });
});
