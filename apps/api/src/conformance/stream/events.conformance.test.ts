import { describe, expect, test } from '@jest/globals';
import { eventually } from '../../testing/eventually.ts';
import { expectedRun, withoutSvg } from '../../testing/expected-run.ts';
import { PACED, SHORT, UNTHROTTLED } from '../../testing/runs.ts';
import { grid, range } from '../../testing/steps-of-a-stream.ts';
import { raiseStreamStage } from '../../testing/stream-stage.ts';
import { startTestServer } from '../../testing/test-server.ts';

const server = await raiseStreamStage();

describe('the events of a stream', () => {
  test('a run of 5 steps gives 5 progress events and a complete, however late the stream connects', async () => {
    const five = { formula: 'C10H16', steps_per_cycle: 5, num_cycles: 1 };
    const id = await server.configureAndStart(five);
    const early = await server.watch(id);
    const other = await server.configureAndStart(five);
    await eventually(
      async () => (await server.status(other))['session_state'] === 'complete',
      'it completes',
    );
    const late = await server.watch(other);
    expect(early.ids).toEqual(['1', '2', '3', '4', '5', '5-complete']);
    expect(late.ids).toEqual(early.ids);
    expect(early.events.map(({ name }) => name)).toEqual([...Array<string>(5).fill('progress'), 'complete']);
  });

  test('tell, step by step, what sa-core alone computes for the same configuration', async () => {
    const configuration = {
      formula: 'C8H9NO2',
      steps_per_cycle: 50,
      num_cycles: 2,
      seed: 1_700_000_000_123,
      initial_temp: 40,
      cooling_schedule_k: 3,
      optimization_mode: 'MAXIMIZE' as const,
      component_weights: { wiener_index: 1, logp: 2.5 },
      reheat: true,
    };
    const stream = await server.watch(
      await server.configureAndStart({ ...configuration, steps_per_second: 200 }),
    );
    expect(stream.progress.map(withoutSvg)).toEqual(expectedRun(configuration));
    expect(new Set(stream.progress.map(({ accepted }) => accepted))).toEqual(new Set([true, false]));
    const {
      accepted,
      is_complete,
      cycle,
      temperature,
      current_energy,
      current_smiles,
      component_scores,
      ...last
    } = stream.progress.at(-1)!;
    expect(stream.complete).toEqual([last]);
    expect(stream.events.at(-1)?.name).toBe('complete');
  });

  test('tell the same with a Hastings correction, fixed hydrogens, a target and filters', async () => {
    const configuration = {
      formula: 'C6H10O',
      steps_per_cycle: 30,
      num_cycles: 1,
      initial: 'CC(=O)CCC=C',
      initial_temp: 20,
      proposal: 'fixed-hydrogens' as const,
      hastings: true,
      component_targets: { wiener_index: 33.5 },
      filters: ['no-three-membered-rings', 'no-cumulenes'],
    };
    const id = await server.configureAndStart({ ...configuration, steps_per_second: null });
    const { progress } = await server.watch(id);
    expect(progress.map(withoutSvg)).toEqual(expectedRun(configuration));
    const distances = progress.map(({ component_scores }) =>
      Math.abs(component_scores['wiener_index']! - 33.5),
    );
    expect(progress.map(({ current_energy }) => current_energy)).toEqual(distances);
    const { configuration: told } = await server.status(id);
    expect(told).toMatchObject({ ...configuration, filters: ['no-cumulenes', 'no-three-membered-rings'] });
  });

  test('grow by one step each up to 200 steps a second, with counters that add up to the step', async () => {
    const { progress, steps, ids } = await server.watch(await server.configureAndStart(SHORT));
    expect(steps).toEqual(range(1, 60));
    expect(ids).toEqual([...range(1, 60).map(String), '60-complete']);
    for (const event of progress) {
      const { accepted_moves, rejected_moves, invalid_moves, disconnected_moves, step } = event;
      expect(accepted_moves + rejected_moves + invalid_moves + disconnected_moves).toBe(step);
    }
    expect(progress.filter(({ is_complete }) => is_complete).map(({ step }) => step)).toEqual([60]);
  });

  test('carry a drawing of the best molecule in every progress event and in complete', async () => {
    const { progress, complete } = await server.watch(await server.configureAndStart(SHORT));
    for (const { best_svg } of [...progress, ...complete])
      expect(best_svg).toMatch(/^<svg [\s\S]+<\/svg>\s*$/);
    const drawings = new Map(progress.map(({ best_smiles, best_svg }) => [best_smiles, best_svg]));
    expect(drawings.size).toBeGreaterThan(2);
    expect(new Set(drawings.values()).size).toBe(drawings.size);
  });

  test('a formula with one isomer runs to its end', async () => {
    const id = await server.configureAndStart({
      formula: 'CH4',
      steps_per_cycle: 3,
      num_cycles: 1,
      steps_per_second: null,
    });
    const { progress, complete } = await server.watch(id);
    expect(progress.map(({ best_smiles }) => best_smiles)).toEqual(['C', 'C', 'C']);
    expect(complete.map(({ step }) => step)).toEqual([3]);
  });

  test.each([
    ['unthrottled', null, 2003],
    ['1,000 steps a second', 1000, 1001],
    ['201 steps a second', 201, 501],
  ])(
    '%s: exactly the coarse grid is sent, with what sa-core computes',
    async (_, steps_per_second, total) => {
      const configuration = { formula: 'C10H16', steps_per_cycle: total, num_cycles: 1 };
      const id = await server.configure({ ...configuration, steps_per_second });
      const watching = await server.stream(id);
      await watching.untilEvents(1);
      await server.act(id, 'start');
      await watching.untilEnd();
      expect(watching.comments).toEqual([]);
      expect(watching.steps).toEqual(grid(total));
      const expected = new Map(expectedRun(configuration).map((event) => [event.step, event]));
      expect(watching.progress.map(withoutSvg)).toEqual(grid(total).map((step) => expected.get(step)));
    },
  );

  test('are the same bytes for two runs of one configuration, whoever watches when, on servers of 1 and 2 threads', async () => {
    const other = await startTestServer({ threads: 2 });
    try {
      const configuration = { ...UNTHROTTLED, steps_per_cycle: 20_000, num_cycles: 2, seed: 7 };
      const watched = await server.configure(configuration);
      const early = await server.stream(watched);
      await early.untilEvents(1);
      await server.act(watched, 'start');
      await early.untilEnd();
      const late = await server.watch(watched, '?from=start');
      const elsewhere = await other.watch(await other.configureAndStart(configuration));
      expect(early.steps).toEqual(grid(40_000));
      expect(late.runText).toBe(early.runText);
      expect(elsewhere.runText).toBe(early.runText);
    } finally {
      await other.stop();
    }
  });

  test('are as many as the pace says', async () => {
    const id = await server.configure(PACED);
    const stream = await server.stream(id);
    await stream.untilEvents(1);
    const started = performance.now();
    await server.act(id, 'start');
    await stream.untilEnd();
    const seconds = (performance.now() - started) / 1000;
    expect(seconds).toBeGreaterThan(120 / 200 - 0.05);
    expect(seconds).toBeLessThan(120 / 200 + 10);
    // Not all at the end: half of the way in about half of the time.
    const half = stream.events.find(({ id }) => id === '60')!;
    expect(half.at - started).toBeGreaterThan(250);
  });
});
