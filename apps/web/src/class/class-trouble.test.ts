import { expect, it } from '@jest/globals';
import { ApiError, ConnectionError } from '@webfaulon/client';
import { troubleOf } from './class-trouble.ts';

const refusal = (code: string, detail = '') => new ApiError({ status: 400, code, detail, errors: [] });

it.each([
  [new ConnectionError('no route'), 'unreachable'],
  [refusal('shutting_down'), 'unreachable'],
  [refusal('not_a_problem'), 'unreachable'],
  [refusal('class_not_found'), 'gone'],
  [refusal('member_not_found'), 'gone'],
  [refusal('class_full'), 'full'],
  [refusal('cap_exceeded'), 'refused'],
])('%s is %s', (error, kind) => {
  expect(troubleOf(error, 'K7WQ3N').kind).toBe(kind);
});

it('names the code, and lets the server speak where it knows more', () => {
  expect(troubleOf(refusal('class_not_found'), 'K7WQ3N').message).toContain('K7WQ3N');
  expect(troubleOf(refusal('server_full', 'Try again later.'), '').message).toBe('Try again later.');
});

it('hides no mistake of the page', () => {
  expect(() => troubleOf(new TypeError('x'), '')).toThrow(TypeError);
});
