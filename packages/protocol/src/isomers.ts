import { queryNumber } from './query-number.ts';
import { EXAMPLE_ID, sessionId } from './session.ts';
import { z } from './zod.ts';

const MAX_ISOMERS_A_PAGE = 1000;
export const DEFAULT_ISOMERS_A_PAGE = 100;

/** The query of GET isomers. */
export const isomersQuery = z.object({
  cursor: queryNumber({
    name: 'cursor',
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    description: 'Where the page begins: next_cursor of the page before. Left out, at the first isomer.',
  }),
  limit: queryNumber({
    name: 'limit',
    minimum: 1,
    maximum: MAX_ISOMERS_A_PAGE,
    description: `At most so many isomers; ${DEFAULT_ISOMERS_A_PAGE} where it is left out.`,
  }),
});
export type IsomersQuery = z.output<typeof isomersQuery>;

const metIsomer = z.object({
  smiles: z.string().meta({ description: 'Canonical SMILES with its double bonds where they are.' }),
  score: z.number().meta({ description: 'The score of the isomer.' }),
  first_step: z
    .int()
    .gte(0)
    .meta({ description: 'The step after which the run first stood at it; 0 for the start.' }),
  visits: z.int().gte(0).meta({ description: 'Steps after which the run stood at it.' }),
});

export const sessionIsomers = z
  .object({
    session_id: sessionId,
    step: z.int().gte(0).meta({
      description:
        'The step up to which the run was searched. Below the played position of a long run: ask again, and the search goes on from there.',
    }),
    is_up_to_date: z.boolean().meta({ description: 'Whether the search has reached the played position.' }),
    total_found: z.int().gte(0).meta({ description: 'The distinct isomers met up to step.' }),
    is_full: z.boolean().meta({
      description: 'Whether more isomers were met than are remembered, so that total_found is a lower bound.',
    }),
    total: z.int().gte(1).nullable().meta({
      description:
        'How many isomers the formula has; null where that is not known. Kekulé forms that differ count separately.',
    }),
    isomers: z.array(metIsomer).meta({ description: 'In the order in which the run met them.' }),
    next_cursor: z
      .int()
      .gte(1)
      .nullable()
      .meta({ description: 'The cursor of the next page; null where there is none yet.' }),
  })
  .meta({
    id: 'SessionIsomers',
    description: 'The distinct isomers that the run has met, up to the played position at most.',
    examples: [
      {
        session_id: EXAMPLE_ID,
        step: 17,
        is_up_to_date: true,
        total_found: 2,
        is_full: false,
        total: 5,
        isomers: [
          { smiles: 'CCCCCC', score: 35, first_step: 0, visits: 4 },
          { smiles: 'CCCC(C)C', score: 32, first_step: 5, visits: 13 },
        ],
        next_cursor: null,
      },
    ],
  });
export type SessionIsomers = z.infer<typeof sessionIsomers>;
