import { validate } from '@webfaulon/protocol';
import { ApiProblem } from '../errors/api-problem.ts';

type Schema = Parameters<typeof validate>[0];
type Valid<Asked extends Schema> = Extract<ReturnType<typeof validate<Asked>>, { ok: true }>['value'];

/**
 * A query or a body as its schema has it.
 *
 * @throws {ApiProblem} validation_failed, with everything that is wrong
 */
export function validInput<Asked extends Schema>(schema: Asked, input: unknown): Valid<Asked> {
  const validation = validate(schema, input);
  if (validation.ok) return validation.value;
  const { problems } = validation;
  throw new ApiProblem('validation_failed', { detail: problems[0].detail, errors: problems });
}
