import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { problemDocument } from '@webfaulon/protocol';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

/** The median is some 30 ms. Far above, so that what is beyond is an answer that waits for something it should not. */
const MAX_MEDIAN_MILLISECONDS = 1000;
const MAX_MILLISECONDS = 5000;
const FEW_STEPS = { steps_per_cycle: 3, num_cycles: 2, steps_per_second: null };

/** Formulas of molecules, and configurations, that have to run. */
const KIND: readonly (string | { readonly formula: string; readonly [field: string]: unknown })[] = [
  ...['CH4', 'H2O', 'NH3', 'PH3', 'H2S', 'HCl', 'HI', 'Br2', 'ClF', 'O2', 'N2', 'P4', 'S8'],
  ...['CO2', 'CHCl3', 'CHBrClF', 'CH2O2', 'C2H2', 'C2H4Cl2', 'C4H2', 'C6H2', 'C5H5N', 'C6Cl6', 'C60'],
  ...['C6H14', 'C6H6', 'C8H10', 'C10H16', 'C9H8O4', 'C8H10N4O2', 'C6H12O6', 'C18H15P', 'C20H42', 'C128H258'],
  ...['CH3CH2OH', 'HCHHH', 'H2O1', 'C010H0016'],
  { formula: 'C6H14', seed: -5, initial_temp: 1e-300, cooling_schedule_k: 1e300 },
  { formula: 'C6H14', seed: 2 ** 53 - 1, component_weights: { wiener_index: 1e9, logp: 0 }, min_temp: 1e308 },
];

/** Formulas of no molecule, and what the sentence has to say of them. */
const UNKIND: readonly (readonly [formula: unknown, sentence: RegExp])[] = [
  ['H', /^H has no atom other than hydrogen/],
  ['H2', /^H2 has no atom other than hydrogen\. Add/],
  ['C', /^C has too few bonding partners.+Add hydrogens/],
  ['C2', /^C2 has too few bonding partners: it would need a bond of order 4, and the highest is 3/],
  ['CH2', /^CH2 has too few bonding partners/],
  ['C0H4', /gives C the count 0\. Leave C out/],
  ['CH6', /^CH6 has 6 hydrogens, but the other atoms can take at most 4/],
  ['C6H13', /^The valences of C6H13 add up to an odd number.+C6H12 or C6H14/],
  ['C6H16', /^C6H16 has 16 hydrogens.+at most 14/],
  ['Cl3', /^The atoms of Cl3 cannot be joined into one molecule/],
  ['SiC4H12', /^The element "Si" is not supported. Supported are C, H/],
  ['NaCl', /^The element "Na" is not supported/],
  ['Xx4', /^The element "Xx" is not supported/],
  ['Co2', /^The element "Co" is not supported.+If you mean C and O, write "CO"/],
  ['c6h14', /cannot be read at character 1 \("c"\). Write element symbols with a capital letter/],
  ['C999999999H2', /^The formula has too many atoms/],
  ['C129H260', /129 atoms other than hydrogen, and this server allows 128/],
  ['', /^formula must be element symbols/],
  [' C6H14', /cannot be read at character 1 /],
  ['C6H14\n', /cannot be read at character 6 /],
  ['C6 H14', /cannot be read at character 3 /],
  ['C6H14+', /cannot be read at character 6 /],
  ['C-6H14', /cannot be read at character 2 /],
  ['C1.5H4', /cannot be read at character 3 /],
  ['C1e3H4', /cannot be read at character 3 /],
  ['C(CH3)4', /cannot be read at character 2 /],
  ['C٦H١٤', /cannot be read at character 2 /],
  ['C₆H₁₄', /cannot be read at character 2 /],
  ['💎', /cannot be read at character 1 /],
  ['C'.repeat(300), /^formula must have at most 256 characters/],
  [null, /^formula must be element symbols/],
  [7, /^formula must be element symbols/],
  [['C6H14'], /^formula must be element symbols/],
  [{ C: 6, H: 14 }, /^formula must be element symbols/],
];

/** Bodies as they stand on the wire, the status, and what the sentence has to say. */
const BODIES: readonly (readonly [what: string, body: string, status: number, sentence: RegExp])[] = [
  ['no formula', '{}', 422, /^formula must be element symbols/],
  ['1e9 steps', '{"formula":"C6H14","steps_per_cycle":1e9}', 422, /4000000000 steps.+allows 10000000/],
  ['Infinity', '{"formula":"C6H14","initial_temp":Infinity}', 400, /^The body is not JSON/],
  ['1e999', '{"formula":"C6H14","initial_temp":1e999}', 422, /^initial_temp must be a number above 0/],
  [
    'a weight NaN',
    '{"formula":"C6H14","component_weights":{"wiener_index":NaN}}',
    400,
    /^The body is not JSON/,
  ],
  [
    'a weight null',
    '{"formula":"C6H14","component_weights":{"wiener_index":null}}',
    422,
    /weight of "wiener_index".+number from 0/,
  ],
  [
    'a weight of __proto__',
    '{"formula":"C6H14","component_weights":{"__proto__":1}}',
    422,
    /"__proto__" is not the name of a scoring component/,
  ],
  [
    'no weight above 0',
    '{"formula":"C6H14","component_weights":{"wiener_index":0}}',
    422,
    /must give a weight above 0/,
  ],
  ['the seed 2^53', '{"formula":"C6H14","seed":9007199254740992}', 422, /^seed must be a whole number from/],
  ['the seed 1.5', '{"formula":"C6H14","seed":1.5}', 422, /^seed must be a whole number/],
  [
    'deep nesting',
    `{"formula":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
    422,
    /^formula must be element symbols/,
  ],
  ['20 MB', `{"formula":"C6H14","x":"${'x'.repeat(20e6)}"}`, 413, /^The body is too large/],
];

let server: TestServer;
const milliseconds: number[] = [];
let isOver = false;
/** How long /health took, asked all the time; or what went wrong. */
let healthWatch: Promise<number[]>;

beforeAll(async () => {
  server = await startTestServer();
  await server.watch(await server.configureAndStart({ formula: 'C6H14', ...FEW_STEPS }));
  healthWatch = watchHealth();
});

afterAll(() => server.stop());

async function watchHealth(): Promise<number[]> {
  const times: number[] = [];
  while (!isOver) {
    const before = performance.now();
    const response = await server.fetch('/health');
    times.push(performance.now() - before);
    if (response.status !== 200) throw new Error(`/health answered ${response.status}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return times;
}

async function expectRun(configuration: object): Promise<void> {
  const before = performance.now();
  const id = await server.configureAndStart({ ...FEW_STEPS, ...configuration });
  const stream = await server.watch(id);
  milliseconds.push(performance.now() - before);
  expect(stream.ids).toEqual(['1', '2', '3', '4', '5', '6', '6-complete']);
  expect(stream.complete[0]?.best_svg).toMatch(/^<svg /);
}

async function expectRefusal(body: string, status: number, sentence: RegExp): Promise<void> {
  const before = performance.now();
  const headers = { 'content-type': 'application/json' };
  const response = await server.fetch('/api/sa/configure', { method: 'POST', headers, body });
  const problem = problemDocument.parse(await response.json());
  milliseconds.push(performance.now() - before);
  expect(problem.detail).toMatch(sentence);
  expect(response.status).toBe(status);
  // A person reads this: no wording of a library, no end without a limit.
  expect(problem.detail).not.toMatch(/invalid input|expected|received|undefined|\bNaN\b|zod|regex|pattern/i);
  expect(problem.detail.length).toBeLessThan(400);
  if (status === 422) expect(problem.errors?.[0]?.pointer).toMatch(/^\/[a-z_]+/);
}

function nameOf(entry: unknown): string {
  const text = typeof entry === 'string' ? entry : JSON.stringify(entry);
  return text.length > 60 ? `${text.slice(0, 60)}…` : JSON.stringify(text);
}

describe('each of 86 formulas and bodies', () => {
  test('is in the list', () => {
    expect(KIND.length + UNKIND.length + BODIES.length).toBe(86);
  });

  test.each(KIND.map((entry) => [nameOf(entry), entry] as const))('%s runs to its end', (_, entry) =>
    expectRun(typeof entry === 'string' ? { formula: entry } : entry),
  );

  test.each(UNKIND.map(([formula, sentence]) => [nameOf(formula), formula, sentence] as const))(
    '%s is refused with a sentence that says why',
    (_, formula, sentence) => expectRefusal(JSON.stringify({ formula }), 422, sentence),
  );

  test.each(BODIES)('a body with %s is refused with a sentence that says why', (_, body, status, sentence) =>
    expectRefusal(body, status, sentence),
  );

  test('is answered soon, and /health throughout', async () => {
    isOver = true;
    const health = (await healthWatch).sort((a, b) => a - b);
    milliseconds.sort((a, b) => a - b);
    const [median, longest] = [milliseconds[milliseconds.length >> 1]!, milliseconds.at(-1)!];
    process.stdout.write(
      `86 formulas and bodies: median ${median.toFixed(1)} ms, longest ${longest.toFixed(1)} ms; ` +
        `/health ${health.length} times: longest ${health.at(-1)!.toFixed(1)} ms\n`,
    );
    expect(milliseconds).toHaveLength(86);
    expect(median).toBeLessThan(MAX_MEDIAN_MILLISECONDS);
    expect(health.length).toBeGreaterThan(20);
    expect(health.at(-1)).toBeLessThan(MAX_MILLISECONDS);
  });
});
