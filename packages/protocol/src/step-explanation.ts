import { scheduleFields } from './run-fields.ts';
import { EXAMPLE_ID, sessionId } from './session.ts';
import { z } from './zod.ts';

const heavyAtom = z.int().gte(0);
const bondOrder = z.int().gte(0).lte(3);

const molecule = z.object({
  smiles: z.string().nullable().meta({
    description: 'Canonical SMILES with its double bonds where they are; null for what fell apart.',
  }),
  score: z.number().nullable().meta({ description: 'The score; null for what fell apart.' }),
  hydrogens: z
    .array(z.int().gte(0))
    .meta({ description: 'The hydrogens on each atom of `elements`, in their order.' }),
  bonds: z
    .array(z.tuple([heavyAtom, heavyAtom, z.int().gte(1).lte(3)]))
    .meta({ description: 'Bonds between atoms of `elements`, by index from 0: [x, y, order].' }),
});

const displacedAtom = z.object({
  element: z.string().meta({ description: 'Its element; "H" for a hydrogen.' }),
  heavy_atom: heavyAtom.meta({
    description: 'Its index in `elements`; for a hydrogen that of the atom which bears it before the step.',
  }),
});

const displacement = z.object({
  x1: displacedAtom,
  y1: displacedAtom,
  x2: displacedAtom,
  y2: displacedAtom,
  a11: bondOrder.meta({ description: 'The order of the bond x1-y1 before the step.' }),
  a12: bondOrder.meta({ description: 'x1-y2 before.' }),
  a21: bondOrder.meta({ description: 'x2-y1 before.' }),
  a22: bondOrder.meta({ description: 'x2-y2 before.' }),
  after: z
    .object({
      b11: bondOrder.meta({ description: 'The order of the bond x1-y1 as proposed.' }),
      b12: bondOrder.meta({ description: 'x1-y2 as proposed.' }),
      b21: bondOrder.meta({ description: 'x2-y1 as proposed.' }),
      b22: bondOrder.meta({ description: 'x2-y2 as proposed.' }),
    })
    .nullable()
    .meta({ description: 'null where there is no change of orders that could be proposed.' }),
});

/** Why a draw proposes nothing. */
const INVALID_REASONS = [
  'nothing_to_displace',
  'same_atom',
  'bond_order',
  'no_change',
  'structural_rule',
] as const;

export const stepExplanation = z
  .object({
    session_id: sessionId,
    step: z.int().gte(1).meta({ description: 'The step that is explained.' }),
    ...scheduleFields,
    kind: z.enum(['hydrogen_shift', 'bond_switch', 'four_atoms']).nullable().meta({
      description:
        '"hydrogen_shift": a bond unit and a hydrogen were drawn; "bond_switch": two bond units; "four_atoms": four atoms, as in the paper; null where there was nothing to draw from.',
    }),
    outcome: z.enum(['invalid', 'disconnected', 'rejected', 'accepted']).meta({
      description: 'What became of the step. Only "accepted" makes the proposed molecule the current one.',
    }),
    invalid_reason: z.enum(INVALID_REASONS).nullable().meta({
      description:
        'Why the draw proposes nothing; null where it proposes something. "nothing_to_displace": the molecule has too few atoms or bonds; "same_atom": an atom was drawn twice; "bond_order": an order would leave 0 to 3; "no_change": two hydrogens would change places; "structural_rule": the molecule would break a filter of the run.',
    }),
    elements: z
      .array(z.string())
      .meta({ description: 'The heavy atoms in the numbering of the run, the same for every step.' }),
    before: molecule,
    proposed: molecule.nullable().meta({
      description: 'What was proposed; null where nothing was, or a hydrogen molecule would split off.',
    }),
    displacement: displacement
      .nullable()
      .meta({ description: 'The four atoms; null where none could be drawn.' }),
    difference: z.number().nullable().meta({
      description:
        'By how much the proposal is worse, in units of the score: above 0 worse, whichever direction the run looks; null where there is no score.',
    }),
    drawn: z.number().gt(0).lt(1).meta({
      description: 'The number drawn from (0, 1): the step is accepted if it is below probability.',
    }),
    probability: z.number().gte(0).lte(1).nullable().meta({
      description:
        'min(1, exp(-difference / kT)), times the Hastings ratio where the run is corrected by it; null where there is no difference.',
    }),
  })
  .meta({
    id: 'StepExplanation',
    description: 'One step: what was drawn, what it would have made, and how it was judged.',
    examples: [
      {
        session_id: EXAMPLE_ID,
        step: 1,
        cycle: 1,
        temperature: 100,
        kind: 'hydrogen_shift',
        outcome: 'accepted',
        invalid_reason: null,
        elements: ['C', 'C', 'O'],
        before: {
          smiles: 'CCO',
          score: 4,
          hydrogens: [3, 2, 1],
          bonds: [
            [0, 1, 1],
            [1, 2, 1],
          ],
        },
        proposed: {
          smiles: 'COC',
          score: 4,
          hydrogens: [3, 3, 0],
          bonds: [
            [0, 2, 1],
            [1, 2, 1],
          ],
        },
        displacement: {
          x1: { element: 'C', heavy_atom: 1 },
          y1: { element: 'C', heavy_atom: 0 },
          x2: { element: 'O', heavy_atom: 2 },
          y2: { element: 'H', heavy_atom: 2 },
          a11: 1,
          a12: 0,
          a21: 0,
          a22: 1,
          after: { b11: 0, b12: 1, b21: 1, b22: 0 },
        },
        difference: 0,
        drawn: 0.31,
        probability: 1,
      },
    ],
  });
export type StepExplanation = z.infer<typeof stepExplanation>;
