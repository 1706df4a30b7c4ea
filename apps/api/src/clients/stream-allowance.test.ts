import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { settled } from '../testing/manual-slicer.ts';
import { type Client, clientAt } from './client.ts';
import { StreamAllowance } from './stream-allowance.ts';

const LIMITS = { maxStreams: 6, maxStreamsPerSession: 3, maxStreamsPerClient: 2, maxStreamsPerAddress: 5 };
const browser = (name: string, address = '192.0.2.1') => ({ id: `cookie ${name}`, address });

type Stream = readonly [sessionId: string, client: Client];

test.each<[string, number, (i: number) => Stream]>([
  ['session', 3, (i: number) => ['s', browser(`b${i}`)]],
  ['client', 2, (i: number) => [`s${i}`, browser('b')]],
  ['address', 5, (i: number) => [`s${i}`, browser(`b${i}`)]],
  ['address', 5, (i: number) => [`s${i}`, clientAt('192.0.2.1')]],
  ['server', 6, (i: number) => [`s${i}`, browser(`b${i}`, `192.0.2.${i}`)]],
])('of one %s no more than %d are open at once, and one that closes makes room', async (whose, most, of) => {
  const allowance = new StreamAllowance(LIMITS);
  const responses = Array.from({ length: most }, () => new PassThrough());
  responses.forEach((response, i) => {
    expect(allowance.take(...of(i), response)).toBeUndefined();
  });
  expect(allowance.take(...of(most), new PassThrough())).toBe(whose);
  responses[0]!.destroy();
  await settled();
  expect(allowance.take(...of(0), new PassThrough())).toBeUndefined();
  expect(allowance.take(...of(most), new PassThrough())).toBe(whose);
});

test('a stream whose client has gone before it was counted is not counted for ever', async () => {
  const allowance = new StreamAllowance({ ...LIMITS, maxStreams: 1 });
  const gone = new PassThrough().destroy();
  await settled();
  expect(allowance.take('s', browser('b'), gone)).toBeUndefined();
  await settled();
  expect(allowance.take('s', browser('b'), new PassThrough())).toBeUndefined();
});
