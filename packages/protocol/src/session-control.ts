import { numberSchema, presentation } from './parameter-schema.ts';
import { PARAMETERS } from './parameters.ts';
import { EXAMPLE_ID, sessionId, sessionState } from './session.ts';
import { z } from './zod.ts';

const PACE_BODY_TEXT =
  'The body must be a JSON object with steps_per_second, such as {"steps_per_second": 10} or {"steps_per_second": null}.';

const stepsPerSecond = numberSchema(PARAMETERS.steps_per_second)
  .nullable()
  .meta(presentation(PARAMETERS.steps_per_second));

/** The body of PATCH: the pace from now on. */
export const paceRequest = z.object({ steps_per_second: stepsPerSecond }, { error: PACE_BODY_TEXT }).meta({
  id: 'PaceRequest',
  description: 'How fast the run is to be shown from now on.',
  examples: [{ steps_per_second: 10 }, { steps_per_second: null }],
});
export type PaceRequest = z.infer<typeof paceRequest>;

export const sessionPaced = z
  .object({ session_id: sessionId, status: sessionState, steps_per_second: stepsPerSecond })
  .meta({
    id: 'SessionPaced',
    description: 'The session has a new pace, and goes on or stays as it was.',
    examples: [{ session_id: EXAMPLE_ID, status: 'running', steps_per_second: 10 }],
  });
export type SessionPaced = z.infer<typeof sessionPaced>;

const MAX_STEPS_AT_ONCE = 1000;
const STEPS_TEXT = `steps must be a whole number from 1 to ${MAX_STEPS_AT_ONCE}.`;

/** The body of POST step. */
export const stepRequest = z
  .object(
    {
      steps: z
        .int({ error: STEPS_TEXT })
        .gte(1, { error: STEPS_TEXT })
        .lte(MAX_STEPS_AT_ONCE, { error: STEPS_TEXT })
        .default(1)
        .meta({ description: 'How many steps to play.' }),
    },
    { error: 'The body must be a JSON object with steps, such as {"steps": 1}.' },
  )
  .meta({ id: 'StepRequest', description: 'How many steps to play.', examples: [{ steps: 1 }] });
/** As a client writes it: without steps it is one. */
export type StepRequest = z.input<typeof stepRequest>;

export const sessionStepped = z
  .object({
    session_id: sessionId,
    status: z.enum(['paused', 'complete']),
    step: z.int().gte(0).meta({ description: 'The last step that was played.' }),
  })
  .meta({
    id: 'SessionStepped',
    description: 'The steps are played, and the session holds.',
    examples: [{ session_id: EXAMPLE_ID, status: 'paused', step: 732 }],
  });
export type SessionStepped = z.infer<typeof sessionStepped>;
