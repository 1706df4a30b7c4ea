import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ReadyQueue, type SliceClass } from './ready-queue.ts';

interface Slice {
  readonly sliceClass: SliceClass;
  readonly deadline: number;
  readonly number: number;
}

const anySlices = fc
  .array(
    fc.record({
      sliceClass: fc.constantFrom<SliceClass>('prompt', 'paced', 'unthrottled'),
      deadline: fc.integer({ min: 0, max: 50 }),
    }),
    { maxLength: 60 },
  )
  .map((slices) => slices.map((slice, number): Slice => ({ ...slice, number })));

function queueOf(slices: readonly Slice[]): ReadyQueue<Slice> {
  const queue = new ReadyQueue<Slice>();
  for (const slice of slices) queue.add(slice, slice.sliceClass, slice.deadline);
  return queue;
}

function drain(queue: ReadyQueue<Slice>): Slice[] {
  const order: Slice[] = [];
  for (let slice = queue.next(); slice !== undefined; slice = queue.next()) order.push(slice);
  return order;
}

test('every slice comes out once, and the length tells how many are left', () => {
  fc.assert(
    fc.property(anySlices, (slices) => {
      const queue = queueOf(slices);
      for (let left = slices.length; left > 0; left--) {
        expect(queue.length).toBe(left);
        expect(queue.next()).toBeDefined();
      }
      expect(queue.length).toBe(0);
      expect(queue.next()).toBeUndefined();
      expect(new Set(drain(queueOf(slices)))).toEqual(new Set(slices));
    }),
  );
});

test('paced slices come by deadline, the others in the order in which they came', () => {
  fc.assert(
    fc.property(anySlices, (slices) => {
      const order = drain(queueOf(slices));
      const of = (sliceClass: SliceClass) => order.filter((slice) => slice.sliceClass === sliceClass);
      const deadlines = of('paced').map(({ deadline }) => deadline);
      expect(deadlines).toEqual([...deadlines].sort((a, b) => a - b));
      for (const sliceClass of ['prompt', 'unthrottled'] as const) {
        const numbers = of(sliceClass).map(({ number }) => number);
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      }
    }),
  );
});

test('the earliest deadline comes first however adding and taking alternate', () => {
  const anyActions = fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { freq: 2 }), { maxLength: 200 });
  fc.assert(
    fc.property(anyActions, (actions) => {
      const queue = new ReadyQueue<number>();
      const model: number[] = [];
      for (const deadline of actions) {
        if (deadline === null) {
          model.sort((a, b) => a - b);
          expect(queue.next()).toBe(model.shift());
        } else {
          queue.add(deadline, 'paced', deadline);
          model.push(deadline);
        }
      }
    }),
  );
});

test('slices that come in turn keep their order however adding and taking alternate', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 300 }), (actions) => {
      const queue = new ReadyQueue<number>();
      const model: number[] = [];
      actions.forEach((adds, i) => {
        if (adds) {
          queue.add(i, 'unthrottled', 0);
          model.push(i);
        } else {
          expect(queue.next()).toBe(model.shift());
        }
      });
      expect(queue.length).toBe(model.length);
    }),
  );
});

test('while all classes wait, of four turns the prompt have two and the others one each', () => {
  const classes: SliceClass[] = ['prompt', 'paced', 'unthrottled'];
  const slices = classes.flatMap((sliceClass) =>
    Array.from({ length: 100 }, (_, number): Slice => ({ sliceClass, deadline: number, number })),
  );
  const queue = queueOf(slices);
  for (let round = 0; round < 20; round++) {
    const turns = Array.from({ length: 4 }, () => queue.next()!.sliceClass).sort();
    expect(turns).toEqual(['paced', 'prompt', 'prompt', 'unthrottled']);
  }
});

test.each([
  ['paced', 'prompt'],
  ['unthrottled', 'prompt'],
  ['unthrottled', 'paced'],
  ['prompt', 'paced'],
  ['prompt', 'unthrottled'],
] as const)('a %s slice waits at most four turns behind any number of %s ones', (late, crowd) => {
  for (let turn = 0; turn < 4; turn++) {
    const queue = new ReadyQueue<string>();
    for (let i = 0; i < 1000; i++) queue.add('crowd', crowd, 0);
    for (let i = 0; i < turn; i++) queue.next();
    queue.add('late', late, 1000);
    const first = Array.from({ length: 4 }, () => queue.next());
    expect(first).toContain('late');
  }
});

test('of a few the prompt ones go first, then the paced ones', () => {
  const few = (['unthrottled', 'paced', 'prompt', 'prompt'] as const).map(
    (sliceClass, number): Slice => ({ sliceClass, deadline: 0, number }),
  );
  expect(drain(queueOf(few)).map(({ number }) => number)).toEqual([2, 1, 3, 0]);
});

test('unthrottled slices are not urgent, the others are', () => {
  const queue = new ReadyQueue<number>();
  queue.add(1, 'unthrottled', 0);
  expect([queue.length, queue.urgentLength]).toEqual([1, 0]);
  queue.add(2, 'prompt', 0);
  queue.add(3, 'paced', 0);
  expect([queue.length, queue.urgentLength]).toEqual([3, 2]);
});

test('a turn that nobody takes goes to whoever waits', () => {
  for (const sliceClass of ['prompt', 'paced', 'unthrottled'] as const) {
    const queue = new ReadyQueue<number>();
    for (let i = 0; i < 9; i++) queue.add(i, sliceClass, i);
    expect(Array.from({ length: 9 }, () => queue.next())).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  }
});
