import { describe, expect, test } from '@jest/globals';
import { refusalOf } from '../testing/refusal.ts';
import { advance } from './advance.ts';
import { prepareAnnealing } from './annealing.ts';
import { assertCheckpoint, type Checkpoint, startCheckpoint } from './checkpoint.ts';

const annealing = prepareAnnealing({ formula: 'C6H10', steps_per_cycle: 100, num_cycles: 2 });
const whole: Checkpoint = advance(annealing, startCheckpoint(annealing), 120).checkpoint;
const damaged = (damage: (checkpoint: Damaged) => unknown): unknown => {
  const copy = JSON.parse(JSON.stringify(whole)) as Damaged;
  damage(copy);
  return copy;
};
/** A checkpoint that may have anything for a value anywhere. */
type Damaged = Record<string, unknown> & {
  current: { bondUnits: unknown[]; hydrogenOwners: unknown[] };
  best: { bondUnits: unknown[]; hydrogenOwners: unknown[] };
  generator: unknown[];
};
const refusal = (value: unknown) => refusalOf(() => assertCheckpoint(value, annealing));

describe('a checkpoint', () => {
  test('of the start has made no step, and its best molecule is the current one', () => {
    const start = startCheckpoint(annealing);
    expect(start).toMatchObject({
      format: 2,
      step: 0,
      best_step: null,
      accepted_moves: 0,
      rejected_moves: 0,
      disconnected_moves: 0,
    });
    expect(start.best).toEqual(start.current);
    expect(startCheckpoint(annealing)).toEqual(start);
  });

  test('is plain data: JSON and structured cloning leave it as it is', () => {
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
    expect(structuredClone(whole)).toEqual(whole);
    expect(refusal(JSON.parse(JSON.stringify(whole)))).toBeUndefined();
  });

  test('takes less than 2 KB for C60H122 to C10H16, and a few KB for the largest on screen', () => {
    const size = (formula: string) => JSON.stringify(startCheckpoint(prepareAnnealing({ formula }))).length;
    expect(size('C10H16')).toBeLessThan(600);
    expect(size('C60H122')).toBeLessThan(2200);
    expect(size('C60')).toBeLessThan(2200);
  });

  test('of another configuration is refused as foreign', () => {
    for (const other of [{ seed: 43 }, { initial_temp: 99 }, { formula: 'C6H12' }, { num_cycles: 3 }]) {
      const foreign = prepareAnnealing({ formula: 'C6H10', steps_per_cycle: 100, num_cycles: 2, ...other });
      expect(refusalOf(() => assertCheckpoint(whole, foreign))?.code).toBe('checkpoint_foreign');
      expect(refusalOf(() => advance(foreign, whole, 1))?.code).toBe('checkpoint_foreign');
    }
    expect(refusal(damaged((c) => delete c['configuration_hash']))?.code).toBe('checkpoint_foreign');
  });

  test.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['a number', 5],
    ['text', JSON.stringify(whole)],
    ['a list', []],
    ['an empty object', {}],
    ['another format', damaged((c) => Object.assign(c, { format: 1 }))],
    ['a format in words', damaged((c) => Object.assign(c, { format: '2' }))],
    ['no step', damaged((c) => delete c['step'])],
    ['a negative step', damaged((c) => Object.assign(c, { step: -1 }))],
    ['half a step', damaged((c) => Object.assign(c, { step: 99.5 }))],
    ['a step beyond the end', damaged((c) => Object.assign(c, { step: 201 }))],
    ['a step in words', damaged((c) => Object.assign(c, { step: '120' }))],
    ['a step below its counters', damaged((c) => Object.assign(c, { step: 3 }))],
    ['no counter', damaged((c) => delete c['accepted_moves'])],
    ['a negative counter', damaged((c) => Object.assign(c, { rejected_moves: -1 }))],
    ['a counter of NaN', damaged((c) => Object.assign(c, { disconnected_moves: Number.NaN }))],
    ['counters above the step', damaged((c) => Object.assign(c, { accepted_moves: 121 }))],
    ['a step of the best that nothing asks for', damaged((c) => Object.assign(c, { best_step: 0 }))],
    ['no generator', damaged((c) => delete (c as Record<string, unknown>)['generator'])],
    ['a generator of three words', damaged((c) => c.generator.pop())],
    ['a generator of five words', damaged((c) => c.generator.push(1))],
    ['a generator of zeros', damaged((c) => c.generator.fill(0))],
    ['a negative word', damaged((c) => c.generator.splice(0, 1, -1))],
    ['a word above 32 bits', damaged((c) => c.generator.splice(0, 1, 2 ** 32))],
    ['half a word', damaged((c) => c.generator.splice(0, 1, 0.5))],
    ['a word in words', damaged((c) => c.generator.splice(0, 1, '1'))],
    ['no current molecule', damaged((c) => delete (c as Record<string, unknown>)['current'])],
    ['no best molecule', damaged((c) => delete (c as Record<string, unknown>)['best'])],
    ['null for a molecule', damaged((c) => Object.assign(c, { best: null }))],
    ['no bond units', damaged((c) => Object.assign(c.current, { bondUnits: undefined }))],
    ['a bond unit too few', damaged((c) => c.current.bondUnits.splice(0, 2))],
    ['half a bond unit too many', damaged((c) => c.current.bondUnits.push(0))],
    ['a hydrogen too few', damaged((c) => c.current.hydrogenOwners.pop())],
    ['a hydrogen too many', damaged((c) => c.best.hydrogenOwners.push(0))],
    ['an atom that does not exist', damaged((c) => c.best.hydrogenOwners.splice(0, 1, 6))],
    ['an atom of a negative number', damaged((c) => c.best.bondUnits.splice(0, 1, -1))],
    ['an atom of a broken number', damaged((c) => c.best.bondUnits.splice(0, 1, 0.5))],
    ['an atom in words', damaged((c) => c.best.bondUnits.splice(0, 1, '0'))],
    ['a loop', damaged((c) => c.current.bondUnits.splice(0, 2, 3, 3))],
    ['five valences of a carbon', damaged((c) => c.current.hydrogenOwners.fill(0))],
    [
      'two pieces',
      damaged((c) => {
        c.current.bondUnits = [0, 1, 0, 1, 0, 1, 2, 3, 2, 3, 4, 5, 3, 4].flat();
        c.current.hydrogenOwners = [0, 1, 2, 2, 3, 4, 4, 5, 5, 5];
      }),
    ],
    [
      'a bond of order 4',
      damaged((c) => {
        c.current.bondUnits = [0, 1, 0, 1, 0, 1, 0, 1, 2, 3, 3, 4, 4, 5];
        c.current.hydrogenOwners = [2, 2, 2, 3, 3, 4, 4, 5, 5, 5];
      }),
    ],
  ])('with %s is refused as damaged', (_, value) => {
    const error = refusal(value);
    expect([error?.code, error?.message]).toEqual([
      'checkpoint_invalid',
      expect.stringMatching(/Start the run anew/),
    ]);
  });

  test.each([undefined, null, -1, 0.5, '3', 121])(
    'of a run with a stop rule is refused with the best at step %p',
    (best_step) => {
      const stopping = prepareAnnealing({ ...annealing.configuration, stop_at_score: 0 });
      const { checkpoint } = advance(stopping, startCheckpoint(stopping), 120);
      expect(refusalOf(() => assertCheckpoint(checkpoint, stopping))).toBeUndefined();
      const error = refusalOf(() => assertCheckpoint({ ...checkpoint, best_step }, stopping));
      expect([error?.code, error?.message]).toEqual([
        'checkpoint_invalid',
        expect.stringContaining('the step of its best molecule'),
      ]);
    },
  );

  test('that is damaged or foreign is refused by advance too', () => {
    const broken = damaged((c) => c.generator.fill(0)) as Checkpoint;
    expect(refusalOf(() => advance(annealing, broken, 1))?.code).toBe('checkpoint_invalid');
  });
});
