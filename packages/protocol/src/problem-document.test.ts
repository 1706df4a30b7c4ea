import { expect, test } from '@jest/globals';
import { describeProblem, problemDocument } from './problem-document.ts';

test('a problem without a word of its own says its title, where existing clients look for it too', () => {
  const document = describeProblem('session_already_running');
  expect(document).toEqual({
    type: 'urn:webfaulon:problem:session_already_running',
    title: 'Session already running',
    status: 400,
    detail: 'Session already running',
    code: 'session_already_running',
    error: 'Session already running',
    status_code: 400,
  });
  expect(problemDocument.parse(document)).toEqual(document);
});

test('an occurrence adds its detail, its errors and its instance', () => {
  const errors = [
    { pointer: '/formula', code: 'formula_syntax', detail: 'No formula.' },
    { pointer: '/seed', detail: 'No seed.' },
  ];
  const document = describeProblem('validation_failed', {
    detail: 'No formula.',
    errors,
    instance: 'request-7',
  });
  expect(document).toMatchObject({ status: 422, detail: 'No formula.', errors, instance: 'request-7' });
  expect(problemDocument.parse(document)).toEqual(document);
});
