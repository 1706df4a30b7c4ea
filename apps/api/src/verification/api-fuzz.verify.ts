import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { eventually } from '../testing/eventually.ts';
import { type ApiDocument, anyExchange, type Exchange } from './exchanges.ts';
import { extent, IS_SHORT } from './extent.ts';
import { FuzzRun } from './fuzz-run.ts';
import { MeasuredServer } from './measured-server.ts';

const REQUESTS = extent(100_000, 4000);
/** The same seed gives the same exchanges; how they fall together in time is the machine's doing. */
const SEED = Number(process.env['WEBFAULON_FUZZ_SEED'] ?? Date.now() % 1_000_000);
const LANES = 64;
const EXCHANGES_A_BATCH = 250;
/** Before this share of the requests the server has not yet come to what it keeps: compiled code, and drawings. */
const WARM_UP = 0.1;
/** Longer than a connection is kept alive. */
const MAX_REST_MILLISECONDS = 100_000;
/** In short form it is measured and told, but what else the machine does would decide. */
const MAX_STALL_MILLISECONDS = IS_SHORT ? Number.POSITIVE_INFINITY : 100;
/** A leak of 400 bytes a request would come to more. */
const MAX_GROWTH_BYTES = 32 * 2 ** 20;

let server: MeasuredServer;
beforeAll(async () => {
  server = await MeasuredServer.start({
    PORT: '0',
    LOG_LEVEL: 'silent',
    THREADS: '2',
    TRUST_PROXY: '1',
    MAX_SESSIONS: '150',
    SESSION_TTL_SECONDS: '5',
    MAX_STREAMS: '100',
  });
});
afterAll(() => server.stop());

test(`${REQUESTS} requests of all kinds, seed ${SEED}`, async () => {
  const document = (await (
    await fetch(`http://localhost:${server.port}/openapi.json`)
  ).json()) as ApiDocument;
  const run = new FuzzRun(server.port);
  const exchanges = generated(document);
  const playUntil = async (requests: number) => {
    let hasFailed = false;
    const lane = async () => {
      while (run.requests < requests && !hasFailed) {
        await run.play(exchanges.next().value).catch((error: unknown) => {
          hasFailed = true;
          throw error;
        });
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  };

  await playUntil(REQUESTS * WARM_UP);
  await run.deleteSessions();
  const begun = await atRest();
  const started = performance.now();
  await playUntil(REQUESTS);
  const seconds = (performance.now() - started) / 1000;
  const { stalls } = await server.measure();
  await run.deleteSessions();
  const ended = await atRest();

  const figures = {
    seed: SEED,
    requests: run.requests,
    perSecond: Math.round((run.requests * (1 - WARM_UP)) / seconds),
    statuses: Object.fromEntries([...run.statuses].sort(([a], [b]) => a - b)),
    stallMilliseconds: stalls,
    heapMegabytes: [begun, ended].map(({ heapBytes }) => Math.round(heapBytes / 2 ** 20)),
    sockets: [begun, ended].map(({ sockets }) => sockets),
  };
  process.stderr.write(`${JSON.stringify(figures)}\n`);
  expect(server.ended).toBeUndefined();
  expect(run.statuses.get(500)).toBeUndefined();
  expect(stalls.busy).toBeLessThan(MAX_STALL_MILLISECONDS);
  expect(ended.sockets).toBe(begun.sockets);
  expect(ended.heapBytes - begun.heapBytes).toBeLessThan(MAX_GROWTH_BYTES);
});

function* generated(document: ApiDocument): Generator<Exchange, never> {
  const arbitrary = anyExchange(document);
  for (let batch = 0; ; batch++) {
    yield* fc.sample(arbitrary, { seed: SEED + batch, numRuns: EXCHANGES_A_BATCH });
  }
}

/** What the server holds once those sessions have expired of which nobody was told, and every connection is closed. */
async function atRest() {
  let measured = await server.measure();
  const isAtRest = async () => {
    measured = await server.measure();
    return measured.sessions + measured.streams + measured.sockets === 0;
  };
  await eventually(isAtRest, 'the server is at rest', MAX_REST_MILLISECONDS).catch((cause: unknown) => {
    throw new Error(`The server still holds ${JSON.stringify(measured)}.`, { cause });
  });
  return measured;
}
