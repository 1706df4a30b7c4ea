import { expect, test } from '@jest/globals';
import { sessionPath } from './session.ts';
import { validate } from './validation.ts';

test('a session id is a version 4 UUID', () => {
  const id = '7f1c2f0e-2a55-4a0b-9a34-3d0f5a1c9b21';
  expect(validate(sessionPath, { id })).toEqual({ ok: true, value: { id } });
});

test.each([
  '',
  'x',
  '../status',
  '7f1c2f0e-2a55-1a0b-9a34-3d0f5a1c9b21',
  '7f1c2f0e2a554a0b9a343d0f5a1c9b21',
  7,
])('%p is none', (id) => {
  expect(validate(sessionPath, { id })).toEqual({
    ok: false,
    problems: [
      { pointer: '/id', detail: 'A session id is a version 4 UUID, as POST /api/sa/configure answers it.' },
    ],
  });
});
