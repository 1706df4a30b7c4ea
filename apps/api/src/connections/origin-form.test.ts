import { expect, test } from '@jest/globals';
import { toOriginForm } from './origin-form.ts';

test.each([
  ['/api/sa/configure?x=1', '/api/sa/configure?x=1'],
  ['//elsewhere/x', '//elsewhere/x'],
  ['http://elsewhere.example/health?x=1', '/health?x=1'],
  ['HTTPS://elsewhere.example', '/'],
  ['http://[/', '/http%3A%2F%2F%5B%2F'],
  ['ftp://elsewhere.example/health', '/ftp%3A%2F%2Felsewhere.example%2Fhealth'],
  ['*', '/*'],
  ['elsewhere.example:443', '/elsewhere.example%3A443'],
  [undefined, undefined],
])('%s names %s', (target, path) => {
  const request = target === undefined ? {} : { url: target };
  toOriginForm(request);
  expect(request).toEqual(path === undefined ? {} : { url: path });
});
