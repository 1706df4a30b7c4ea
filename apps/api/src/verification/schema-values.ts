import fc, { type Arbitrary } from 'fast-check';

/** A schema of an OpenAPI document, as far as values are made of it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly unknown[];
}

const FORMULAS = ['C6H14', 'C10H16', 'C4H8O2', 'C6H6', 'C2H6', 'CH4', 'C20H42', 'C5H5N', 'C12H10Cl2S'];
const ODD_NUMBERS = [0, -0, -1, 0.5, 1e-300, 1e308, 2 ** 53, -(2 ** 53), 2 ** 31, 4_294_967_296, 1e21];

/** What no schema asks for: any JSON, numbers at the edges, long and odd texts. */
export const anythingElse: Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ depthSize: 'small' }) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...ODD_NUMBERS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, [], {}, '', '\u0000', '\uD800', '‮', '１') },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 5000 }).map((length) => 'C'.repeat(length)) },
  { weight: 1, arbitrary: fc.integer({ min: 10, max: 3000 }).map(nested) },
);

function nested(depth: number): unknown {
  let value: unknown = 0;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

/** Values that a schema allows, for the most part; `definition` finds what a $ref names. */
export function valuesOf(schema: Schema, definition: (ref: string) => Schema): Arbitrary<unknown> {
  const valid = validValuesOf(schema, definition);
  return fc.oneof({ weight: 40, arbitrary: valid }, { weight: 1, arbitrary: anythingElse });
}

function validValuesOf(schema: Schema, definition: (ref: string) => Schema): Arbitrary<unknown> {
  if (schema.$ref !== undefined) return valuesOf(definition(schema.$ref), definition);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => valuesOf(one, definition)));
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  if (types.length === 0) return anythingElse;
  return fc.oneof(...types.map((type) => valuesOfType(type, schema, definition)));
}

function valuesOfType(type: string, schema: Schema, definition: (ref: string) => Schema): Arbitrary<unknown> {
  const examples = schema.examples ?? [];
  const orExample = (arbitrary: Arbitrary<unknown>) =>
    examples.length === 0 ? arbitrary : fc.oneof(fc.constantFrom(...examples), arbitrary);
  switch (type) {
    case 'object':
      return objectsOf(schema, definition);
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, definition), { maxLength: 4 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'integer':
    case 'number': {
      const { minimum = -100, maximum = 2000 } = schema;
      // Small ones, so that runs come to their end too.
      const highest = Math.max(minimum, Math.min(maximum, 2000));
      const integers = fc.integer({ min: Math.ceil(Math.max(minimum, -1000)), max: Math.floor(highest) });
      return orExample(
        type === 'integer' ? integers : fc.oneof(integers, fc.double({ min: minimum, max: highest })),
      );
    }
    default:
      return orExample(fc.oneof(fc.constantFrom(...FORMULAS), fc.string({ maxLength: 20 })));
  }
}

function objectsOf(schema: Schema, definition: (ref: string) => Schema): Arbitrary<unknown> {
  const { properties = {}, additionalProperties } = schema;
  const optional = Object.keys(properties).filter((name) => name !== 'formula');
  // A few members at a time: with one of each, nearly every body would have something wrong.
  const chosen = fc.uniqueArray(fc.constantFrom('none', ...optional), { maxLength: 4 });
  const some = chosen.chain((names) => {
    const members = names.flatMap((name) => {
      const member = properties[name];
      return member === undefined ? [] : [[name, valuesOf(member, definition)] as const];
    });
    // The formula is there for the most part, or nothing else of the body is looked at.
    const formula = 'formula' in properties ? { formula: formulas } : {};
    return fc.record({ ...formula, ...Object.fromEntries(members) });
  });
  if (typeof additionalProperties !== 'object') return some;
  const names = fc.constantFrom('wiener_index', 'logp', 'tpsa', '__proto__', 'constructor', 'x');
  return fc.dictionary(names, valuesOf(additionalProperties, definition), { maxKeys: 3 });
}

const formulas = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom<unknown>(...FORMULAS) },
  { weight: 2, arbitrary: fc.stringMatching(/^([A-Z][a-z]?\d{0,3}){0,6}$/) },
  { weight: 1, arbitrary: anythingElse },
);
