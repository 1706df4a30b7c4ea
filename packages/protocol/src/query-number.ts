import { z } from './zod.ts';

/** A whole number in a query, which Express gives as text; left out, undefined. */
export function queryNumber(options: {
  readonly name: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly description: string;
}) {
  const { name, minimum, maximum, description } = options;
  const error = `${name} must be a whole number from ${minimum} to ${maximum}.`;
  return z
    .string({ error })
    .refine(
      (text) => /^(0|[1-9]\d{0,15})$/.test(text) && Number(text) >= minimum && Number(text) <= maximum,
      {
        error,
      },
    )
    .transform(Number)
    .exactOptional()
    .meta({ description, override: { type: 'integer', minimum, maximum } });
}
