import { expect, test } from '@jest/globals';
import { coarseStride } from '@webfaulon/protocol';
import fc from 'fast-check';
import { CoarseRecords } from './coarse-records.ts';
import type { StepRecord } from './step-record.ts';

const energy = fc.double({ noNaN: true, noDefaultInfinity: true });
const count = fc.nat();

const recordsOfRun = fc
  .record({ total: fc.integer({ min: 1, max: 20_000 }), components: fc.integer({ min: 1, max: 3 }) })
  .chain(({ total, components }) => {
    const stride = coarseStride(total);
    const points = Math.floor(total / stride);
    const step = fc.oneof(
      points === 0 ? fc.constant(total) : fc.integer({ min: 1, max: points }).map((point) => point * stride),
      fc.constant(total),
    );
    const record: fc.Arbitrary<StepRecord> = fc.record(
      {
        step,
        accepted: fc.boolean(),
        current_energy: energy,
        best_energy: energy,
        accepted_moves: count,
        rejected_moves: count,
        invalid_moves: count,
        disconnected_moves: count,
        component_scores: fc.array(energy, { minLength: components, maxLength: components }),
        current_smiles: fc.string(),
        best_isomer: fc.string(),
      },
      { noNullPrototype: true },
    );
    return fc.record({ total: fc.constant(total), records: fc.array(record, { maxLength: 40 }) });
  });

test('gives back what was added last for a step, in whatever order, and nothing of other steps', () => {
  fc.assert(
    fc.property(recordsOfRun, ({ total, records }) => {
      const kept = new CoarseRecords(total);
      const expected = new Map<number, StepRecord>();
      for (const record of records) {
        kept.add(record);
        expected.set(record.step, record);
      }
      for (let step = 0; step <= total + 1; step++) {
        const record = kept.get(step);
        if (record !== expected.get(step)) expect(record).toStrictEqual(expected.get(step));
      }
    }),
  );
});
