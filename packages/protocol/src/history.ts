import { queryNumber } from './query-number.ts';
import { EXAMPLE_ID, sessionId } from './session.ts';
import { z } from './zod.ts';

/** A chart has no more pixels than this across, and an answer stays below 200 KB. */
const MAX_HISTORY_POINTS = 5000;
export const DEFAULT_HISTORY_POINTS = 1000;

/** The query of GET history. */
export const historyQuery = z.object({
  from: queryNumber({
    name: 'from',
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    description: 'The first step; 1 where it is left out.',
  }),
  to: queryNumber({
    name: 'to',
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    description: 'The last step; the played position where it is left out or beyond it.',
  }),
  max_points: queryNumber({
    name: 'max_points',
    minimum: 4,
    maximum: MAX_HISTORY_POINTS,
    description: `At most so many points; ${DEFAULT_HISTORY_POINTS} where it is left out.`,
  }),
});
export type HistoryQuery = z.output<typeof historyQuery>;

const column = (item: z.ZodType<number>, description: string) => z.array(item).meta({ description });

export const sessionHistory = z
  .object({
    session_id: sessionId,
    from: z.int().gte(0).meta({ description: 'The first step of the window.' }),
    to: z
      .int()
      .gte(0)
      .meta({ description: 'The last step of the window: none is beyond the played position.' }),
    stride: z.int().gte(1).meta({
      description:
        'The steps that the points were chosen from: 1 for every step; more for a window so wide that only the steps divisible by it were looked at, so that an extreme between two of them can be missing.',
    }),
    step: column(z.int().gte(0), 'Steps in ascending order. The other columns are as long.'),
    temperature: column(z.number(), 'kT that the step used, in units of the score.'),
    current_energy: column(z.number(), 'The score after the step.'),
    best_energy: column(z.number(), 'The best score so far.'),
    accepted_moves: column(z.int().gte(0), 'Steps accepted so far: differences give the acceptance rate.'),
  })
  .meta({
    id: 'SessionHistory',
    description:
      'A part of the run as columns. Where the window has more steps than points were asked for, each of its equal parts keeps its lowest and its highest score, and the window its first and its last step, of those that were looked at.',
    examples: [
      {
        session_id: EXAMPLE_ID,
        from: 1,
        to: 3,
        stride: 1,
        step: [1, 2, 3],
        temperature: [100, 99.6, 99.2],
        current_energy: [32, 32, 31],
        best_energy: [32, 32, 31],
        accepted_moves: [1, 1, 2],
      },
    ],
  });
export type SessionHistory = z.infer<typeof sessionHistory>;
