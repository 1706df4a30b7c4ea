import { PROBLEMS, type ProblemCode, problemType } from './problems.ts';
import type { InputProblem } from './validation.ts';
import { z } from './zod.ts';

/** The body of every error: a problem document (RFC 9457), with two members that existing clients read. */
export const problemDocument = z
  .object({
    type: z.string().meta({
      description: 'A URI that stands for the kind of problem: urn:webfaulon:problem: and the code.',
    }),
    title: z.string().meta({ description: 'What kind of problem it is; the same for each occurrence.' }),
    status: z.int().gte(400).lte(599).meta({ description: 'The HTTP status.' }),
    detail: z.string().meta({ description: 'What went wrong this time, in a sentence for a person.' }),
    code: z.string().meta({ description: 'The stable code of the problem.' }),
    errors: z
      .array(
        z.object({
          pointer: z.string().meta({
            description:
              'JSON pointer (RFC 6901) to the part at fault, in the body or in the query; "" for the whole.',
          }),
          code: z
            .string()
            .optional()
            .meta({ description: 'A stable code, where the fault has one of its own.' }),
          detail: z.string().meta({ description: 'A sentence for a person.' }),
        }),
      )
      .optional()
      .meta({ description: 'Everything that is wrong with the input, for 422.' }),
    instance: z
      .string()
      .optional()
      .meta({ description: 'The id of the request, as the server’s log has it.' }),
    error: z.string().meta({ description: 'The same as title, for existing clients.' }),
    status_code: z.int().meta({ description: 'The same as status, for existing clients.' }),
  })
  .meta({
    id: 'Problem',
    description: 'What went wrong, and what to do about it.',
    examples: [
      {
        type: 'urn:webfaulon:problem:validation_failed',
        title: 'The request has values that are not valid',
        status: 422,
        detail: 'initial_temp must be a number above 0.',
        code: 'validation_failed',
        errors: [{ pointer: '/initial_temp', detail: 'initial_temp must be a number above 0.' }],
        error: 'The request has values that are not valid',
        status_code: 422,
      },
    ],
  });
export type ProblemDocument = z.infer<typeof problemDocument>;

/** What one occurrence of a problem adds to its kind. */
export interface ProblemOccurrence {
  /** The title, where it is left out. */
  readonly detail?: string;
  readonly errors?: readonly InputProblem[];
  readonly instance?: string;
}

/** The document of one occurrence of a problem. */
export function describeProblem(code: ProblemCode, occurrence: ProblemOccurrence = {}): ProblemDocument {
  const { status, title } = PROBLEMS[code];
  const { detail = title, errors, instance } = occurrence;
  return {
    type: problemType(code),
    title,
    status,
    detail,
    code,
    ...(errors === undefined ? {} : { errors: [...errors] }),
    ...(instance === undefined ? {} : { instance }),
    error: title,
    status_code: status,
  };
}
