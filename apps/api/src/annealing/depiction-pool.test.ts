import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { eventually } from '../testing/eventually.ts';
import { DepictionPool } from './depiction-pool.ts';
import { depictionWithin } from './depiction-within.ts';

const WORKER = new URL('../../dist/annealing/depict.worker.js', import.meta.url);
const DYING_WORKER = new URL('./fixtures/dying.worker.mjs', import.meta.url);
const CHAIN = (length: number) => 'C'.repeat(length);

let pool: DepictionPool;
const onError = jest.fn();
beforeEach(() => {
  onError.mockClear();
});
afterEach(() => pool.close());

test('draws with the real worker, the same for both Kekulé forms', async () => {
  pool = new DepictionPool(WORKER, onError);
  const [one, other] = await Promise.all([pool.get('CC1=CC=CC=C1C'), pool.get('CC1=C(C)C=CC=C1')]);
  expect(one.svg).toMatch(/^<svg /);
  expect(other.smiles).toBe(one.smiles);
  expect(pool.isReady).toBe(true);
});

test('draws an isomer once, for all who ask meanwhile and later', async () => {
  pool = new DepictionPool(DYING_WORKER, onError);
  expect(pool.peek('CC')).toBeUndefined();
  const drawn = await Promise.all([pool.get('CC'), pool.get('CC'), pool.get('CC')]);
  const first = { smiles: 'CC drawn', svg: '<svg>1</svg>' };
  expect(drawn).toEqual([first, first, first]);
  expect(await pool.get('CC')).toEqual(first);
  expect(pool.peek('CC')).toEqual(first);
});

test('keeps at most 5,000 drawings, those used last', async () => {
  pool = new DepictionPool(DYING_WORKER, onError);
  await pool.get('CCO');
  await pool.get('CCN');
  for (let i = 0; i < 10; i++) {
    await Promise.all(Array.from({ length: 500 }, (_, j) => pool.get(`C${i}-${j}`)));
    expect(pool.peek('CCO')).toBeDefined();
  }
  expect(pool.peek('CCN')).toBeUndefined();
  expect(pool.peek('C0-0')).toBeUndefined();
  expect(pool.peek('C9-499')).toBeDefined();
  expect(await pool.get('CCN')).toMatchObject({ svg: '<svg>2</svg>' });
});

test('a client that wants many drawings does not keep another waiting, not even for one that both want', async () => {
  pool = new DepictionPool(DYING_WORKER, onError);
  await pool.get('CC', 'one');
  const order: string[] = [];
  const ask = (isomer: string, client: string) =>
    pool.get(isomer, client).then(() => order.push(`${isomer} for ${client}`));
  const many = Array.from({ length: 500 }, (_, i) => ask(`C-${i}`, 'many'));
  const few = [ask('CCO', 'few'), ask('C-499', 'few')];
  await Promise.all([...many, ...few]);
  for (const drawing of ['CCO for few', 'C-499 for few', 'C-499 for many'])
    expect([drawing, order.indexOf(drawing) < 10]).toEqual([drawing, true]);
  expect(order.indexOf('C-498 for many')).toBe(order.length - 1);
  // Each was drawn once, though two have waited for one of them: drawings are numbered by isomer.
  expect((await pool.get('C-499')).svg).toBe('<svg>1</svg>');
});

test.each([
  ['dies', 'CI'],
  ['throws', 'CBr'],
])('where the worker %s the formula stands in, and the next isomer is drawn', async (_, isomer) => {
  pool = new DepictionPool(DYING_WORKER, onError);
  const standIn = await pool.get(isomer);
  expect(standIn.smiles).toBe(isomer);
  expect(standIn.svg).toMatch(/^<svg .*C.*H/);
  expect(onError).toHaveBeenCalled();
  expect(await pool.get('CC')).toMatchObject({ smiles: 'CC drawn' });
});

test('what could not be drawn is tried again after a while, and not before', async () => {
  pool = new DepictionPool(DYING_WORKER, onError, 300);
  await pool.get('CBr');
  const failures = onError.mock.calls.length;
  await pool.get('CBr');
  expect(onError).toHaveBeenCalledTimes(failures);
  await eventually(() => pool.peek('CBr') === undefined, 'the formula stands in no more');
  await pool.get('CBr');
  expect(onError).toHaveBeenCalledTimes(2 * failures);
});

test('depictionWithin gives the drawing that comes in time, and the formula for one that does not', async () => {
  pool = new DepictionPool(DYING_WORKER, onError);
  expect(await depictionWithin(pool, 'CCC', 10_000)).toEqual({ smiles: 'CCC drawn', svg: '<svg>1</svg>' });
  const many = Array.from({ length: 2000 }, (_, i) => pool.get(`${CHAIN(4)}-${i}`));
  const late = await depictionWithin(pool, 'CCCO', 0);
  expect(late.smiles).toBe('CCCO');
  expect(late.svg).toMatch(/^<svg /);
  // The drawing still comes, for whoever asks next.
  expect(await pool.get('CCCO')).toMatchObject({ smiles: 'CCCO drawn' });
  await Promise.all(many);
});

test('after its close the formula stands in, whether the drawing was waited for or not', async () => {
  pool = new DepictionPool(DYING_WORKER, onError);
  const waiting = pool.get('CC');
  await pool.close();
  expect((await waiting).svg).toMatch(/^<svg/);
  expect((await pool.get('CCC')).smiles).toBe('CCC');
});
