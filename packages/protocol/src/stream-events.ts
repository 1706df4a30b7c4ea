import {
  bestFields,
  bestSvg,
  counterFields,
  currentFields,
  positionFields,
  scheduleFields,
} from './run-fields.ts';
import { sessionState } from './session.ts';
import { z } from './zod.ts';

const EXAMPLE_SVG = '<svg xmlns="http://www.w3.org/2000/svg"></svg>';

/** Absent where the viewer asked for fewer drawings with the query parameter svg. */
const optionalBestSvg = bestSvg.optional();

/** The data of a progress event: one step, and what the run has found up to it. Its id is the step's. */
export const progressEvent = z
  .object({
    ...positionFields,
    ...scheduleFields,
    ...currentFields,
    ...bestFields,
    best_svg: optionalBestSvg,
    ...counterFields,
    accepted: z.boolean().meta({ description: 'Whether this step was accepted.' }),
    is_complete: z.boolean().meta({ description: 'Whether this is the last step.' }),
  })
  .meta({
    id: 'ProgressEvent',
    description: 'The data of a progress event: one step, and what the run has found up to it.',
    examples: [
      {
        step: 17,
        total_steps: 2000,
        cycle: 1,
        temperature: 93.6,
        current_energy: 32,
        current_smiles: 'CCCC(C)C',
        component_scores: { wiener_index: 32 },
        best_energy: 28,
        best_smiles: 'CCC(C)(C)C',
        best_svg: EXAMPLE_SVG,
        accepted_moves: 12,
        rejected_moves: 0,
        invalid_moves: 4,
        disconnected_moves: 1,
        accepted: true,
        is_complete: false,
      },
    ],
  });
export type ProgressEvent = z.infer<typeof progressEvent>;

/** The data of the complete event, the last of a stream. Its id is that of the last step with `-complete`. */
export const completeEvent = z
  .object({ ...positionFields, ...bestFields, best_svg: optionalBestSvg, ...counterFields })
  .meta({
    id: 'CompleteEvent',
    description: 'The data of the complete event: what the whole run has found. The stream ends after it.',
    examples: [
      {
        step: 2000,
        total_steps: 2000,
        best_energy: 28,
        best_smiles: 'CCC(C)(C)C',
        best_svg: EXAMPLE_SVG,
        accepted_moves: 1083,
        rejected_moves: 264,
        invalid_moves: 511,
        disconnected_moves: 142,
      },
    ],
  });
export type CompleteEvent = z.infer<typeof completeEvent>;

/** The data of a waiting event, which comes about once a second while a session is idle or paused. It has no id. */
export const waitingEvent = z
  .object({
    session_state: sessionState,
    message: z.string().meta({ description: 'A sentence for a person.' }),
  })
  .meta({
    id: 'WaitingEvent',
    description: 'The data of a waiting event: the session is idle or paused, and the stream is alive.',
    examples: [{ session_state: 'paused', message: 'Session is paused' }],
  });
export type WaitingEvent = z.infer<typeof waitingEvent>;

/** The data of an error event: the run has failed, or the session is gone. It has no id. */
export const errorEvent = z
  .object({
    error: z.string().meta({ description: 'A sentence for a person.' }),
    code: z.string().meta({ description: 'A stable code, one of those of problem documents.' }),
  })
  .meta({
    id: 'ErrorEvent',
    description: 'The data of an error event: the run cannot go on.',
    examples: [{ error: 'The run has failed and cannot go on. Reset the session.', code: 'session_failed' }],
  });
export type ErrorEvent = z.infer<typeof errorEvent>;

/** The events of a stream: the name on the wire, and the schema of its data. */
export const STREAM_EVENTS = {
  progress: progressEvent,
  complete: completeEvent,
  waiting: waitingEvent,
  error: errorEvent,
} as const;
export type StreamEventName = keyof typeof STREAM_EVENTS;
