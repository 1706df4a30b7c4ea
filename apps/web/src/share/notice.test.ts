import { describe, expect, it } from '@jest/globals';
import { RunnerError } from '../runner/runner.ts';
import { noticeOf, reconnectingText } from './notice.ts';

const chosen: string[] = [];
const REMEDIES = {
  runAnew: () => chosen.push('anew'),
  computeAgain: () => chosen.push('again'),
  computeHere: () => chosen.push('here'),
};

describe('what is said of a run that could not be opened', () => {
  for (const [code, words, remedies] of [
    ['version_mismatch', 'another version', ['anew']],
    ['session_not_found', 'no longer has this run', ['again', 'here']],
    ['unreachable', 'cannot be reached', ['here']],
    ['formula_syntax', 'cannot be made: Why.', []],
  ] as const) {
    it(`of ${code}: ${words}`, () => {
      const { text, choices } = noticeOf(new RunnerError(code, 'Why.'), REMEDIES);
      expect(text).toContain(words);
      chosen.length = 0;
      for (const { choose } of choices) choose();
      expect(chosen).toEqual(remedies);
    });
  }

  it('while the connection is lost, tells when the next attempt is made', () => {
    expect(reconnectingText(3100)).toBe('Connection lost, trying again in 3 s.');
    expect(reconnectingText(200)).toBe('Connection lost, trying again.');
  });
});
