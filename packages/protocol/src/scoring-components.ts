import { COST_CLASSES } from '@webfaulon/sa-core';
import { z } from './zod.ts';

/** What there is to know of one scoring component before it is given a weight. */
const scoringComponentDescription = z.object({
  name: z.string().meta({ description: 'The key under which component_weights weighs it.' }),
  version: z.int().gte(1).meta({ description: 'Raised whenever any score changes.' }),
  description: z.string().meta({ description: 'What it measures, in a sentence.' }),
  unit: z.string().meta({ description: 'The unit of the score; "1" for a pure number.' }),
  resolution: z
    .number()
    .gt(0)
    .meta({ description: 'The smallest difference that two isomers can show, in units of the score.' }),
  cost_class: z
    .enum(COST_CLASSES)
    .nullable()
    .meta({ description: 'What an evaluation costs, the cheapest class first; null where it is not known.' }),
  max_heavy_atoms: z
    .int()
    .gte(1)
    .nullable()
    .meta({ description: 'The most heavy atoms that it can score; null for no limit.' }),
  usual_range: z
    .array(
      z.object({
        heavy_atoms: z.int().gte(1).meta({ description: 'The size of the molecules.' }),
        low: z.number().meta({ description: 'A low score at this size.' }),
        high: z.number().meta({ description: 'A high score at this size.' }),
      }),
    )
    .meta({
      description:
        'Between which scores molecules of some sizes usually lie, neither end a promise; empty where it is not known.',
    }),
});

export const scoringComponents = z.object({ components: z.array(scoringComponentDescription) }).meta({
  id: 'ScoringComponents',
  description: 'The scoring components that component_weights can name.',
  examples: [
    {
      components: [
        {
          name: 'wiener_index',
          version: 1,
          description: 'Sum of the distances, in bonds, between all pairs of heavy atoms.',
          unit: '1',
          resolution: 1,
          cost_class: 'distances',
          max_heavy_atoms: null,
          usual_range: [{ heavy_atoms: 10, low: 100, high: 165 }],
        },
      ],
    },
  ],
});
export type ScoringComponents = z.infer<typeof scoringComponents>;
