import { describe, expect, test } from '@jest/globals';
import { sessionStatus } from '@webfaulon/protocol';
import { prepareAnnealing, startCheckpoint } from '@webfaulon/sa-core';
import { eventually } from '../../testing/eventually.ts';
import { expectedRun } from '../../testing/expected-run.ts';
import { raiseRestStage } from '../../testing/rest-stage.ts';
import { RUN } from '../../testing/runs.ts';

const { server, api, document } = await raiseRestStage();

describe('GET /api/sa/{id}/status', () => {
  test.each(['idle', 'running', 'paused', 'complete'] as const)(
    'of a session that is %s has every field',
    async (state) => {
      const path = await server.sessionPath(state);
      const response = await api.get(`${path}/status`);
      expect(response.status).toBe(200);
      const status = sessionStatus.strict().parse(response.body);
      document.expect(response, 'GET /api/sa/{id}/status');
      expect(status).toMatchObject({ session_id: path.split('/').at(-1), session_state: state });
      expect(status.best_svg).toMatch(/^<svg /);
      expect(status.is_complete).toBe(state === 'complete');
      const { accepted_moves, rejected_moves, invalid_moves, disconnected_moves, step } = status;
      expect(accepted_moves + rejected_moves + invalid_moves + disconnected_moves).toBe(step);
    },
  );

  test('before the first step shows the start molecule, cycle 0 and the initial temperature', async () => {
    const configuration = { formula: 'C6H14', initial: 'CC(C)C(C)C', initial_temp: 30 };
    const status = await server.status(await server.configure(configuration));
    expect(status).toMatchObject({
      step: 0,
      total_steps: 2000,
      cycle: 0,
      temperature: 30,
      current_energy: 29,
      best_energy: 29,
      best_smiles: 'CC(C)C(C)C',
      component_scores: { wiener_index: 29 },
      accepted_moves: 0,
    });
  });

  test.each([
    ['paced', 200],
    ['unthrottled', null],
  ])('at a pause tells what sa-core computes for that step: %s', async (_, steps_per_second) => {
    const configuration = { formula: 'C10H16', steps_per_cycle: 100_000, num_cycles: 2 };
    const id = await server.configureAndStart({ ...configuration, steps_per_second });
    await eventually(async () => Number((await server.status(id))['step']) > 20, 'some steps are played');
    const { step } = await server.act(id, 'pause');
    const { accepted, ...shown } = expectedRun(configuration, Number(step), Number(step))[0]!;
    // Until it is drawn, which may take longer than an answer waits for it, the formula stands for the best molecule.
    const isDrawn = async () => (await server.status(id))['best_smiles'] === shown.best_smiles;
    await eventually(isDrawn, 'the best molecule is drawn');
    expect(await server.status(id)).toMatchObject({ session_state: 'paused', ...shown });
    await api.delete(`/api/sa/${id}`);
  });

  test('at the end agrees with the complete event', async () => {
    const id = await server.configureAndStart(RUN);
    const { complete, progress } = await server.watch(id);
    const { accepted, ...last } = progress.at(-1)!;
    expect(await server.status(id)).toMatchObject({ session_state: 'complete', ...last, ...complete[0] });
  });

  test('has a configuration which, posted again, gives the same run', async () => {
    const id = await server.configureAndStart({
      formula: 'C7H7NO2',
      steps_per_cycle: 40,
      num_cycles: 3,
      initial_temp: 12.5,
      seed: -5,
      component_weights: { logp: 3, wiener_index: 0.5 },
      optimization_mode: 'MAXIMIZE',
      steps_per_second: null,
      initial: 'chain',
      reheat: true,
    });
    const first = await server.watch(id);
    const { configuration } = await server.status(id);
    const again = await server.configureAndStart(configuration as object);
    expect((await server.status(again))['configuration']).toEqual(configuration);
    expect((await server.watch(again)).runText).toBe(first.runText);
  });

  test('has the temperatures that the schedule "automatic" found, and posted again finds the same', async () => {
    const asked = {
      formula: 'C9H8O4',
      steps_per_cycle: 100,
      num_cycles: 1,
      component_weights: { logp: 1 },
      schedule: 'automatic',
      steps_per_second: null,
    };
    const id = await server.configureAndStart(asked);
    const { configuration } = (await server.status(id)) as { configuration: Record<string, number> };
    // The differences of logP are around 0.5, and the temperatures of the default would be 100 and less than 0.001.
    expect(configuration['initial_temp']).toBeGreaterThan(0.5);
    expect(configuration['initial_temp']).toBeLessThan(10);
    expect(configuration['min_temp']).toBeGreaterThan(0.001);
    expect(configuration['min_temp']).toBeLessThan(0.5);
    const first = await server.watch(id);
    expect(first.progress[0]!.temperature).toBe(configuration['initial_temp']);
    const again = await server.configureAndStart(configuration);
    expect((await server.status(again))['configuration']).toEqual(configuration);
    expect((await server.watch(again)).runText).toBe(first.runText);
  });

  test('is of one moment, and a 200, while the session is reset and started around it', async () => {
    const id = await server.configure({ ...RUN, steps_per_second: 1000 });
    for (let i = 0; i < 25; i++) {
      const answers = [
        server.status(id),
        server.act(id, 'start'),
        server.status(id),
        server.act(id, 'reset'),
        server.status(id),
      ];
      for (const answer of await Promise.all(answers.filter((_, j) => j !== 1 && j !== 3))) {
        const status = sessionStatus.parse(answer);
        if (status.session_state === 'idle') expect(status.step).toBe(0);
        expect(status.session_state === 'complete').toBe(status.is_complete);
      }
      await Promise.all(answers);
      await server.act(id, 'reset');
    }
  });

  test('while the session is deleted is a 200 or a 404', async () => {
    for (let i = 0; i < 25; i++) {
      const { body } = await api.post('/api/sa/configure').send({ ...RUN, seed: i });
      const path = `/api/sa/${(body as { session_id: string }).session_id}`;
      const [status] = await Promise.all([
        server.fetch(`${path}/status`),
        server.fetch(path, { method: 'DELETE' }),
      ]);
      expect([200, 404]).toContain(status.status);
    }
  });
});

test('sa-core alone gives the start molecule that status shows', async () => {
  const configuration = { formula: 'C10H16', seed: 99 };
  const annealing = prepareAnnealing(configuration);
  expect(startCheckpoint(annealing).step).toBe(0);
  const status = await server.status(await server.configure(configuration));
  expect(status['configuration']).toEqual({ ...annealing.configuration, steps_per_second: 100 });
});
