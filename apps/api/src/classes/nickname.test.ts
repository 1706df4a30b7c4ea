import { expect, test } from '@jest/globals';
import { shownText } from './nickname.ts';

test.each([
  ['Ada', 'Ada'],
  ['  Ada \n\t Lovelace ', 'Ada Lovelace'],
  ['\u202Eevil\u0000\u200B', 'evil'],
  ['x'.repeat(80), 'x'.repeat(24)],
  ['🧪'.repeat(30), '🧪'.repeat(24)],
  ['Zoe\u0308', 'Zoë'],
  ['\u3164\u2800\u115F', null],
  ['T\u202E\u3164\u2800', 'T'],
  ['<b>', '<b>'],
  [' \u0007 ', null],
  ['', null],
  [undefined, null],
])('%j is shown as %j', (text, shown) => {
  expect(shownText(text)).toBe(shown);
});
