import { beforeEach, describe, expect, test } from '@jest/globals';
import { AnnealingSession } from '../sessions/annealing-session.ts';
import { ManualSlicer, resolved } from '../testing/manual-slicer.ts';
import { IDENTITY } from '../testing/owners.ts';
import { EventChunks, type SvgWish } from './event-chunks.ts';
import { ViewerCursor } from './viewer-cursor.ts';

const NOTHING_REPLAYED = { get: () => undefined };
const drawn = new Set<string>();
const depictions = {
  peek: (isomer: string) => (drawn.has(isomer) ? { smiles: isomer, svg: `<svg>${isomer}</svg>` } : undefined),
};

let session: AnnealingSession;
let viewers: number;
let chunks: EventChunks;
beforeEach(async () => {
  const slicer = new ManualSlicer();
  let now = 0;
  const configuration = resolved({ steps_per_cycle: 40, num_cycles: 1, initial: 'chain' });
  session = new AnnealingSession(IDENTITY, configuration, 10, slicer, () => now);
  await slicer.answer();
  session.start();
  await slicer.answerAll();
  now = 2000;
  session.play();
  viewers = 2;
  chunks = new EventChunks(session, depictions, () => viewers > 1);
  drawn.clear();
  for (let step = 1; step <= 20; step++) drawn.add(session.computation.log.get(step)!.best_isomer);
});

/** The chunk for a viewer that stands at a step. */
function chunkAt(step: number, svg: SvgWish = 'always', had?: string, every?: number) {
  const cursor = new ViewerCursor(session, step, every);
  return { chunk: chunks.next(cursor, svg, had, NOTHING_REPLAYED), cursor };
}

const stepsIn = (bytes: Buffer) => [...bytes.toString().matchAll(/^id:(\d+)$/gm)].map(([, id]) => Number(id));

describe('the chunks of a session', () => {
  test('are the very same bytes for viewers at the same place, and move each cursor', () => {
    const first = chunkAt(5);
    const second = chunkAt(5);
    expect(second.chunk.bytes).toBe(first.chunk.bytes);
    expect(stepsIn(first.chunk.bytes)).toEqual(Array.from({ length: 15 }, (_, i) => i + 6));
    expect([first.cursor.step, second.cursor.step]).toEqual([20, 20]);
  });

  test.each([
    ['another place', () => chunkAt(6)],
    ['another wish for drawings', () => chunkAt(5, 'none')],
    ['another grid', () => chunkAt(5, 'always', undefined, 2)],
  ])('differ for %s', (_name, other) => {
    const mine = chunkAt(5).chunk.bytes;
    expect(other().chunk.bytes.equals(mine)).toBe(false);
  });

  test('differ for a viewer that has the drawing, where only changes are drawn', () => {
    const best = session.computation.log.get(20)!.best_isomer;
    const without = chunkAt(19, 'changes', best).chunk;
    const withDrawing = chunkAt(19, 'changes').chunk;
    expect(without.bytes.toString()).not.toContain('best_svg');
    expect(withDrawing.bytes.toString()).toContain('best_svg');
    expect([without.drawn, withDrawing.drawn]).toEqual([best, best]);
  });

  test('of an earlier run are not those of the next', () => {
    const before = chunkAt(0).chunk;
    session.reset();
    expect(chunkAt(0).chunk).not.toBe(before);
  });

  test('are made anew for a viewer that is alone, so that nothing is kept for it', () => {
    viewers = 1;
    expect(chunkAt(5).chunk.bytes).not.toBe(chunkAt(5).chunk.bytes);
  });

  test('end before a molecule that is not drawn, and are whole once it is', () => {
    const best = session.computation.log.get(20)!.best_isomer;
    drawn.clear();
    const { chunk, cursor } = chunkAt(19);
    expect(chunk).toMatchObject({ missing: { depictionOf: best }, step: 19 });
    expect(cursor.step).toBe(19);
    drawn.add(best);
    expect(stepsIn(chunkAt(19).chunk.bytes)).toEqual([20]);
  });
});
