import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isConnected } from '../molecule/connectivity.ts';
import { bondsOf, hasValidValences, type MolecularGraph } from '../molecule/molecular-graph.ts';
import { canonicalKekuleSmiles } from '../molecule/smiles-writer.ts';
import { advance } from './advance.ts';
import { Annealer } from './annealer.ts';
import { prepareAnnealing } from './annealing.ts';
import { type Checkpoint, startCheckpoint } from './checkpoint.ts';
import type { Configuration } from './configuration.ts';
import { type ExplainedDisplacement, explainStep, type StepExplanation } from './explain-step.ts';
import { STEP_OUTCOMES } from './step-records.ts';

/** Every step of a run explained, beside the checkpoint that the run itself comes to after it. */
function* explainedRun(
  configuration: Configuration,
): Generator<{ explanation: StepExplanation; after: Checkpoint; outcome: string; energy: number }> {
  const annealing = prepareAnnealing(configuration);
  let checkpoint = startCheckpoint(annealing);
  while (checkpoint.step < annealing.totalSteps) {
    const explanation = explainStep(annealing, checkpoint);
    const { checkpoint: after, records } = advance(annealing, checkpoint, 1);
    const energy = records.current_energy[0]!;
    yield { explanation, after, outcome: STEP_OUTCOMES[records.outcome[0]!]!, energy };
    checkpoint = after;
  }
}

/** The orders of the four bonds, as a graph has them; a bond to a hydrogen is looked for on its heavy atom. */
function changedBonds({ before, proposed }: StepExplanation): string[] {
  const list = (graph: MolecularGraph) => bondsOf(graph).map((bond) => bond.join('-'));
  const [a, b] = [list(before), list(proposed!)];
  return [...a.filter((bond) => !b.includes(bond)), ...b.filter((bond) => !a.includes(bond))];
}

const CONFIGURATIONS = fc.record({
  formula: fc.constantFrom(
    'C6H14',
    'C10H16',
    'C6H6',
    'C4H2',
    'C9H8O4',
    'C3H7NO2',
    'CO2',
    'CHCl3',
    'C2H6',
    'CH4',
  ),
  proposal: fc.constantFrom('bonds' as const, 'atoms' as const),
  optimization_mode: fc.constantFrom('MINIMIZE' as const, 'MAXIMIZE' as const),
  initial_temp: fc.constantFrom(0.5, 3, 100),
  hastings: fc.boolean(),
  restart: fc.constantFrom('none' as const, 'random' as const, 'best' as const),
  seed: fc.integer(),
});

describe('a step explained', () => {
  test('comes out as the run itself has it, on random runs', () => {
    fc.assert(
      fc.property(CONFIGURATIONS, (configuration) => {
        const run = explainedRun({ ...configuration, steps_per_cycle: 20, num_cycles: 3 });
        for (const { explanation, after, outcome, energy } of run) {
          expect(explanation).toMatchObject({ step: after.step, outcome });
          const isAccepted = outcome === 'accepted';
          expect(isAccepted ? explanation.energyProposed : explanation.energyBefore).toBe(energy);
          const { drawn, probability, proposed, invalidReason, displacement } = explanation;
          if (probability !== undefined) expect(drawn < probability).toBe(isAccepted);
          else expect(['invalid', 'disconnected']).toContain(outcome);
          expect(invalidReason !== undefined).toBe(outcome === 'invalid');
          if (outcome === 'invalid') expect(proposed).toBeUndefined();
          if (proposed === undefined) continue;
          expect(hasValidValences(proposed)).toBe(true);
          expect(isConnected(proposed)).toBe(outcome !== 'disconnected');
          expect(displacement?.after).toBeDefined();
        }
      }),
      { numRuns: 25 },
    );
  });

  test('the four bonds have the orders told, before and after, and no other bond changes', () => {
    fc.assert(
      fc.property(CONFIGURATIONS, (configuration) => {
        for (const { explanation } of explainedRun({
          ...configuration,
          steps_per_cycle: 60,
          num_cycles: 1,
        })) {
          if (explanation.proposed === undefined) continue;
          const told = toldChanges(explanation.displacement!);
          expect(changedBonds(explanation).sort()).toEqual(told.sort());
        }
      }),
      { numRuns: 25 },
    );
  });

  test('every outcome, every kind and every reason occurs', () => {
    const seen = new Set<string | undefined>();
    for (const [formula, proposal, filters = []] of [
      ['C6H6', 'bonds'],
      ['C6H6', 'atoms'],
      ['CH4', 'bonds'],
      ['C2H2', 'bonds'],
      ['C4H2', 'bonds'],
      ['C6H12', 'bonds', ['no-three-membered-rings']],
    ] as const) {
      const initial_temp = 2;
      const run = { formula, proposal, filters, initial_temp, steps_per_cycle: 1500, num_cycles: 1 };
      for (const { explanation } of explainedRun(run)) {
        seen.add(explanation.kind).add(explanation.outcome).add(explanation.invalidReason);
      }
    }
    expect([...seen].filter((word) => word !== undefined).sort()).toEqual([
      ...['accepted', 'bond-order', 'bond-switch', 'disconnected', 'four-atoms', 'hydrogen-shift'],
      ...['invalid', 'no-change', 'nothing-to-displace', 'rejected', 'same-atom', 'structural-rule'],
    ]);
  });

  test('tells a hydrogen shift as the equations have it', () => {
    const annealing = prepareAnnealing({ formula: 'C2H6O', initial: 'CCO', seed: 3 });
    let checkpoint = startCheckpoint(annealing);
    let explanation = explainStep(annealing, checkpoint);
    const isEther = ({ outcome, proposed }: StepExplanation) =>
      outcome === 'accepted' && canonicalKekuleSmiles(proposed!) === 'COC';
    while (!isEther(explanation)) {
      checkpoint = advance(annealing, checkpoint, 1).checkpoint;
      explanation = explainStep(annealing, checkpoint);
    }
    expect(canonicalKekuleSmiles(explanation.before)).toBe('CCO');
    expect(explanation).toMatchObject({ kind: 'hydrogen-shift', difference: 0, probability: 1 });
    expect(explanation.displacement).toMatchObject({
      y2: { element: 'H' },
      ...{ a11: 1, a12: 0, a21: 0, a22: 1 },
      after: { b11: 0, b12: 1, b21: 1, b22: 0 },
    });
  });

  test('there is none after the last', () => {
    const annealing = prepareAnnealing({ formula: 'C6H14', steps_per_cycle: 3, num_cycles: 1 });
    const annealer = new Annealer(annealing, startCheckpoint(annealing));
    annealer.run(3, annealer.createRecorder());
    expect(() => explainStep(annealing, annealer.checkpoint())).toThrow(RangeError);
  });
});

/** The bonds between heavy atoms that a displacement takes away and makes, in the form of changedBonds. */
function toldChanges({ x1, y1, x2, y2, a11, a12, a21, a22, after }: ExplainedDisplacement): string[] {
  const { b11, b12, b21, b22 } = after!;
  const bonds = [
    [x1, y1, a11, b11],
    [x1, y2, a12, b12],
    [x2, y1, a21, b21],
    [x2, y2, a22, b22],
  ] as const;
  return bonds.flatMap(([x, y, a, b]) => {
    if (a === b || x.element === 'H' || y.element === 'H') return [];
    const pair = [x.heavyAtom, y.heavyAtom].sort((p, q) => p - q).join('-');
    return [a, b].filter((order) => order > 0).map((order) => `${pair}-${order}`);
  });
}
