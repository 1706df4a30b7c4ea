import { z } from './zod.ts';

const count = (description: string) => z.int().gte(0).meta({ description });

/** The counters of what became of the steps so far. Each step ends as exactly one of them: they add up to step. */
export const counterFields = {
  accepted_moves: count('Steps whose proposal became the new molecule.'),
  rejected_moves: count('Steps whose proposal was a molecule, but judged too much worse.'),
  invalid_moves: count('Steps that drew no change, a loop, or a bond of an order above 3.'),
  disconnected_moves: count('Steps whose proposal fell apart into two molecules.'),
};

export const positionFields = {
  step: count('The position in the run: the number of steps played.'),
  total_steps: z
    .int()
    .gte(1)
    .meta({ description: 'The steps of the whole run. A stop rule may end it before.' }),
};

export const scheduleFields = {
  cycle: count('The cycle that the step belongs to, from 1; 0 at step 0.'),
  temperature: z.number().gte(0).meta({ description: 'kT that the step used, in units of the score.' }),
};

export const bestFields = {
  best_energy: z.number().meta({ description: 'The best score so far.' }),
  best_smiles: z.string().meta({
    description:
      'Canonical SMILES of the best molecule so far: Kekulé forms of one molecule have the same one.',
  }),
};

export const currentFields = {
  current_energy: z.number().meta({ description: 'The score of the molecule after the step.' }),
  current_smiles: z.string().meta({
    description:
      'Canonical SMILES of the molecule after the step, with its double bonds where they are: two Kekulé forms differ.',
  }),
  component_scores: z.record(z.string(), z.number()).meta({
    description: 'The scores of the molecule after the step by component, not weighted.',
  }),
};

export const bestSvg = z.string().meta({
  description:
    'Drawing of the best molecule so far, as SVG in the colour of its surroundings; a placeholder with the formula where it is too large to draw.',
});
