import { jsonPointer } from './json-pointer.ts';
import type { z } from './zod.ts';

/** One thing that is wrong with an input. */
export interface InputProblem {
  /** JSON pointer (RFC 6901) to the part at fault; "" for the whole input. */
  readonly pointer: string;
  /** A stable code, where the problem has one of its own. */
  readonly code?: string;
  /** A sentence for a person. */
  readonly detail: string;
}

export type Validation<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly [InputProblem, ...InputProblem[]] };

/** Stands for zod's own wording, which no person is to read. */
const UNWORDED = '';

/** Judges an input by a schema of this package: the parsed value with its defaults, or everything that is wrong with it. */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Validation<z.output<Schema>> {
  const result = schema.safeParse(input, { error: () => UNWORDED });
  if (result.success) return { ok: true, value: result.data };
  const [first, ...others] = result.error.issues.map(problemOf);
  // Zod never fails without an issue; the type does not say so.
  if (first === undefined) throw new Error('A schema refused an input without saying why.');
  return { ok: false, problems: [first, ...others.filter((problem) => isNews(problem, first, others))] };
}

/** A value can break several checks that one sentence covers: the sentence is said once. */
function isNews(problem: InputProblem, first: InputProblem, others: readonly InputProblem[]): boolean {
  const same = (other: InputProblem): boolean =>
    other.pointer === problem.pointer && other.detail === problem.detail;
  return !same(first) && others.find(same) === problem;
}

function problemOf(issue: z.core.$ZodIssue): InputProblem {
  const pointer = jsonPointer(issue.path);
  const detail =
    issue.message === UNWORDED
      ? `${pointer === '' ? 'The value' : pointer} is not what the contract describes.`
      : issue.message;
  const code: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
  return typeof code === 'string' ? { pointer, code, detail } : { pointer, detail };
}
