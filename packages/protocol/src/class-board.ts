import { configureRequest } from './configure-request.ts';
import { sessionId } from './session.ts';
import { resolvedConfiguration } from './session-status.ts';
import { z } from './zod.ts';

const EXAMPLE_CODE = 'K7WQ3N';
const EXAMPLE_MEMBER = 'b3f1c9d2-6c1e-4f7a-8d55-0a1b2c3d4e5f';
const MAX_TEXT_LENGTH = 80;

const text = (name: string) => {
  const error = `${name} must be a text of at most ${MAX_TEXT_LENGTH} characters.`;
  return z.string({ error }).max(MAX_TEXT_LENGTH, { error }).exactOptional();
};

const code = z.string().meta({ description: 'The short code of the class, to be read out or typed.' });
const memberNumber = z.int().gte(1);
const totalSteps = z.int().gte(1).meta({ description: 'The steps of each run.' });

/** The path parameters of a class's routes. Capitals and small letters are alike. */
export const classPath = z.object({ code: code.meta({ examples: [EXAMPLE_CODE] }) });

/** The body of POST classes: a configuration, whose seed is the first member's, and a title. */
export const classRequest = configureRequest
  .extend({ title: text('title').meta({ description: 'What the class is called.' }) })
  .meta({
    id: 'ClassRequest',
    description: 'What every run of the class is to be, but for its seed. Only formula is required.',
    examples: [{ formula: 'C10H22', title: 'Decanes, Tuesday' }],
  });
export type ClassRequest = z.input<typeof classRequest>;

export const classOpened = z
  .object({
    code,
    expires_in_seconds: z.int().gte(0).meta({ description: 'How long it is kept without being used.' }),
  })
  .meta({
    id: 'ClassOpened',
    description: 'A new class, which members join with its code.',
    examples: [{ code: EXAMPLE_CODE, expires_in_seconds: 3600 }],
  });
export type ClassOpened = z.infer<typeof classOpened>;

export const joinRequest = z
  .object(
    { nickname: text('nickname').meta({ description: 'Shown on the board; nobody needs one.' }) },
    { error: 'The body must be a JSON object, such as {"nickname": "Ada"} or {}.' },
  )
  .meta({ id: 'JoinRequest', description: 'Who joins.', examples: [{ nickname: 'Ada' }, {}] });
export type JoinRequest = z.input<typeof joinRequest>;

export const classMember = z
  .object({
    member_id: sessionId.meta({ description: 'With it, and only with it, the member reports.' }),
    number: memberNumber.meta({
      description:
        'In the order of joining, from 1. The board names a finder by it, so that nobody needs a nickname.',
    }),
    nickname: z
      .string()
      .nullable()
      .meta({ description: 'As the board shows it: shortened, and without what cannot be seen.' }),
    /** The run of this member, with its own seed. */
    configuration: resolvedConfiguration,
  })
  .meta({
    id: 'ClassMember',
    description: 'A member, and the run that is the member’s part.',
    examples: [
      {
        member_id: EXAMPLE_MEMBER,
        number: 1,
        nickname: 'Ada',
        configuration: exampleOf(resolvedConfiguration),
      },
    ],
  });
export type ClassMember = z.infer<typeof classMember>;

const STEP_TEXT = 'step must be a whole number of at least 0.';

/** The body of POST results. A run is a function of its configuration, so how far it came says all that it found. */
export const classReport = z
  .object(
    {
      member_id: sessionId,
      step: z
        .int({ error: STEP_TEXT })
        .gte(0, { error: STEP_TEXT })
        .meta({ description: 'How far the member’s run was played; beyond its end means to its end.' }),
    },
    { error: 'The body must be a JSON object with member_id and step.' },
  )
  .meta({
    id: 'ClassReport',
    description: 'How far a member’s run was played. What it found is computed by the server.',
    examples: [{ member_id: EXAMPLE_MEMBER, step: 2000 }],
  });
export type ClassReport = z.infer<typeof classReport>;

export const classBoard = z
  .object({
    code,
    title: z.string().nullable().meta({ description: 'What the class is called.' }),
    configuration: resolvedConfiguration,
    total_steps: totalSteps,
    members: z.int().gte(0).meta({ description: 'How many have joined.' }),
    steps_played: z.int().gte(0).meta({ description: 'Steps that the members have reported, in all.' }),
    is_up_to_date: z
      .boolean()
      .meta({ description: 'Whether all that was reported has been looked through.' }),
    total: z.int().gte(1).nullable().meta({
      description:
        'How many isomers the formula has; null where that is not known. Kekulé forms that differ count separately.',
    }),
    total_found: z.int().gte(0).meta({ description: 'The distinct isomers that the class has met.' }),
    histogram: z
      .array(z.object({ from: z.number(), to: z.number(), isomers: z.int().gte(0) }))
      .meta({ description: 'The distinct isomers by score: from <= score < to, the last bin with its end.' }),
    isomers: z
      .array(
        z.object({
          smiles: z.string().meta({ description: 'Canonical SMILES with its double bonds where they are.' }),
          score: z.number().meta({ description: 'The score of the isomer.' }),
          first_finder: z
            .string()
            .nullable()
            .meta({ description: 'The nickname of who found it first, if any.' }),
          first_finder_number: memberNumber.meta({ description: 'The number of that member.' }),
          finders: z.int().gte(1).meta({ description: 'How many members have met it.' }),
        }),
      )
      .meta({ description: 'In the order in which the class found them.' }),
    next_cursor: z
      .int()
      .gte(1)
      .nullable()
      .meta({ description: 'The cursor of the next page; null where there is none yet.' }),
  })
  .meta({
    id: 'ClassBoard',
    description: 'What a class has found together.',
    examples: [
      {
        code: EXAMPLE_CODE,
        title: 'Hexanes',
        configuration: exampleOf(resolvedConfiguration),
        total_steps: 2000,
        members: 2,
        steps_played: 4000,
        is_up_to_date: true,
        total: 5,
        total_found: 1,
        histogram: [{ from: 35, to: 35, isomers: 1 }],
        isomers: [{ smiles: 'CCCCCC', score: 35, first_finder: 'Ada', first_finder_number: 1, finders: 2 }],
        next_cursor: null,
      },
    ],
  });
export type ClassBoard = z.infer<typeof classBoard>;

function exampleOf(schema: typeof resolvedConfiguration): unknown {
  const examples: unknown = schema.meta()?.['examples'];
  return Array.isArray(examples) ? examples[0] : undefined;
}
