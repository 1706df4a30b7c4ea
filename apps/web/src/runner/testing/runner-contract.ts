import { afterEach, expect, it } from '@jest/globals';
import { canonicalSmiles } from '@webfaulon/chemistry';
import { anneal, type Configuration, canonicalKekuleSmiles, readSmiles } from '@webfaulon/sa-core';
import type { StepRecord } from '../run-records.ts';
import type { Runner } from '../runner.ts';
import { WatchedRunner } from './watched-runner.ts';

const RUN: Configuration = {
  formula: 'C8H10',
  seed: 7,
  initial_temp: 10,
  steps_per_cycle: 60,
  num_cycles: 1,
};
/** Long enough not to end while a test looks at it, and no longer than a server takes. */
const ENDLESS: Configuration = { ...RUN, steps_per_cycle: 10_000_000 };
const A_WHILE = 60;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What every runner has to do, wherever it computes. Call it inside a `describe`. */
export function describeRunner(createRunner: () => Runner | Promise<Runner>): void {
  const open: WatchedRunner[] = [];
  const watch = async () => {
    const watched = new WatchedRunner(await createRunner());
    open.push(watched);
    return watched;
  };
  afterEach(() => {
    for (const { runner } of open.splice(0)) runner.dispose();
  });

  it('answers the resolved configuration, and stands at step 0', async () => {
    const { runner, ...watched } = await watch();
    const { configuration, totalSteps } = await runner.configure(RUN, null);
    expect(configuration).toMatchObject({ ...RUN, min_temp: 0.5, proposal: 'bonds', algorithm_version: 1 });
    expect(totalSteps).toBe(60);
    const [first] = watched.events.filter(({ kind }) => kind === 'state' || kind === 'records');
    expect(first).toEqual({ kind: 'state', state: 'idle', step: 0 });
  });

  it('tells each step of a short run once, in order, as sa-core makes it', async () => {
    const watched = await watch();
    await watched.runner.configure(RUN, null);
    await watched.runner.start();
    await watched.until(() => watched.state === 'complete');
    const [start, ...steps] = watched.records;
    expect(start).toMatchObject({ step: 0, accepted: false, acceptedMoves: 0 });
    expect(steps.map(withBestAsAnybodyWritesIt)).toEqual(
      [...anneal(RUN)].map(recordOf).map(withBestAsAnybodyWritesIt),
    );
  });

  it('refuses an impossible configuration with the code and the pointer of sa-core', async () => {
    const { runner } = await watch();
    await expect(runner.configure({ formula: 'C6H13' }, null)).rejects.toMatchObject({
      name: 'RunnerError',
      code: 'formula_hydrogen_parity',
      pointer: '/formula',
    });
  });

  it('tells nothing beyond the step that a pause has answered', async () => {
    const watched = await watch();
    await watched.runner.configure(ENDLESS, 200);
    await watched.runner.start();
    await watched.until(() => watched.step >= 5);
    const step = await watched.runner.pause();
    expect(watched.state).toBe('paused');
    const told = watched.events.length;
    await pause(A_WHILE);
    expect(watched.events.length).toBe(told);
    expect(watched.step).toBe(step);
    expect(watched.records.at(-1)?.step).toBe(step);
  });

  it('tells the record of the step at which an unthrottled run was paused', async () => {
    const watched = await watch();
    await watched.runner.configure(ENDLESS, null);
    await watched.runner.start();
    await watched.until(() => watched.step > 0);
    const step = await watched.runner.pause();
    expect(watched.records.at(-1)?.step).toBe(step);
  });

  it('goes on after a pause where it stood', async () => {
    const watched = await watch();
    await watched.runner.configure(RUN, 200);
    await watched.runner.start();
    await watched.until(() => watched.step >= 5);
    await watched.runner.pause();
    await watched.runner.setPace(null);
    await watched.runner.start();
    await watched.until(() => watched.state === 'complete');
    const steps = new Set(watched.records.map(({ step }) => step));
    expect([...steps]).toEqual(Array.from({ length: 61 }, (_, step) => step));
  });

  it('plays single steps, and ends with the last', async () => {
    const watched = await watch();
    await watched.runner.configure(RUN, null);
    expect(await watched.runner.step(1)).toBe(1);
    expect(watched.state).toBe('paused');
    expect(await watched.runner.step(3)).toBe(4);
    expect(new Set(watched.records.map(({ step }) => step))).toEqual(new Set([0, 1, 2, 3, 4]));
    expect(await watched.runner.step(100)).toBe(60);
    expect(watched.state).toBe('complete');
  });

  it('refuses single steps while it runs', async () => {
    const { runner } = await watch();
    await runner.configure(ENDLESS, 1);
    await runner.start();
    await expect(runner.step(1)).rejects.toMatchObject({ name: 'RunnerError' });
  });

  it('is the same run again after a reset', async () => {
    const watched = await watch();
    await watched.runner.configure(RUN, null);
    await watched.runner.start();
    await watched.until(() => watched.state === 'complete');
    const first = watched.records;
    await watched.runner.reset();
    expect(watched.state).toBe('idle');
    expect(watched.step).toBe(0);
    await watched.runner.start();
    await watched.until(() => watched.state === 'complete');
    expect(watched.records).toEqual(first);
  });

  it('changes its pace while it runs', async () => {
    const watched = await watch();
    await watched.runner.configure(RUN, 0.5);
    await watched.runner.start();
    await pause(A_WHILE);
    expect(watched.step).toBeLessThanOrEqual(1);
    await watched.runner.setPace(null);
    await watched.until(() => watched.state === 'complete');
  });

  it('samples an unthrottled long run on the coarse grid of the protocol', async () => {
    const watched = await watch();
    await watched.runner.configure({ ...RUN, steps_per_cycle: 5000 }, null);
    await watched.runner.start();
    await watched.until(() => watched.state === 'complete');
    const steps = [...new Set(watched.records.map(({ step }) => step))];
    expect(steps).toEqual(Array.from({ length: 501 }, (_, i) => 10 * i));
  });

  it('knows the isomers that it has met, and how often', async () => {
    const watched = await watch();
    await watched.runner.configure(RUN, null);
    await watched.runner.start();
    await watched.until(() => watched.state === 'complete');
    const isomers = await watched.runner.isomers();
    expect(isomers.reduce((sum, { visits }) => sum + visits, 0)).toBe(60);
    const seen = watched.records.map(({ currentSmiles }) => currentSmiles);
    expect(isomers.map(({ smiles }) => smiles)).toEqual([...new Set(seen)]);
  });

  it('explains any step that was played, and no other', async () => {
    const watched = await watch();
    await watched.runner.configure(RUN, null);
    await watched.runner.step(40);
    for (const { step, accepted, currentScore, kT } of watched.records.slice(1)) {
      const explained = await watched.runner.explainStep(step);
      expect(explained).toMatchObject({ step, temperature: kT });
      expect(explained.outcome === 'accepted').toBe(accepted);
      expect((accepted ? explained.proposed : explained.before)?.score).toBe(currentScore);
    }
    for (const step of [0, 41])
      await expect(watched.runner.explainStep(step)).rejects.toMatchObject({ name: 'RunnerError' });
  });

  it('takes up a paused run where it was left, with all that was played', async () => {
    const left = await watch();
    const { configuration } = await left.runner.configure(RUN, null);
    await left.runner.step(40);
    const watched = await watch();
    await watched.runner.resume(left.placeOf(configuration, null));
    await watched.until(() => watched.state === 'paused');
    expect(watched.step).toBe(40);
    expect(watched.chartedSteps).toEqual(Array.from({ length: 41 }, (_, step) => step));
    expect(watched.records.at(-1)).toMatchObject({ ...left.records.at(-1), accepted: expect.anything() });
    await watched.runner.start();
    await watched.until(() => watched.state === 'complete');
    const rest = watched.records.filter(({ step }) => step > 40);
    expect(rest.map(withBestAsAnybodyWritesIt)).toEqual(
      [...anneal(RUN)].slice(40).map(recordOf).map(withBestAsAnybodyWritesIt),
    );
  });

  it('goes on with a run that was left running, without a gap', async () => {
    const left = await watch();
    const { configuration } = await left.runner.configure(ENDLESS, 200);
    await left.runner.start();
    await left.until(() => left.step >= 10);
    const place = left.placeOf(configuration, 200);
    const watched = await watch();
    const { configuration: resumed } = await watched.runner.resume(place);
    expect(resumed).toEqual(configuration);
    await watched.until(() => watched.step > place.step + 5);
    expect(watched.state).toBe('running');
    const step = await watched.runner.pause();
    expect(watched.chartedSteps).toEqual(Array.from({ length: step + 1 }, (_, i) => i));
  });

  it('takes up a run that is over, or has not begun', async () => {
    for (const steps of [0, 60]) {
      const left = await watch();
      const { configuration } = await left.runner.configure(RUN, null);
      if (steps > 0) await left.runner.step(steps);
      const watched = await watch();
      await watched.runner.resume(left.placeOf(configuration, null));
      await watched.until(() => watched.state === left.state && watched.step === steps);
      expect(watched.chartedSteps).toEqual(Array.from({ length: steps + 1 }, (_, step) => step));
      await watched.runner.reset();
      expect(watched.state).toBe('idle');
      await watched.runner.start();
      await watched.until(() => watched.state === 'complete');
      expect(watched.records.length).toBe(61);
    }
  });

  it('takes up a run that was reset', async () => {
    const left = await watch();
    const { configuration } = await left.runner.configure(RUN, null);
    await left.runner.step(50);
    await left.runner.reset();
    await left.runner.step(20);
    const watched = await watch();
    await watched.runner.resume(left.placeOf(configuration, null));
    await watched.until(() => watched.state === 'paused');
    await watched.runner.step(5);
    expect(watched.chartedSteps).toEqual(Array.from({ length: 26 }, (_, step) => step));
  });

  it('refuses a configuration of another version', async () => {
    const { runner } = await watch();
    const refused = expect(runner.configure({ ...RUN, algorithm_version: 999 }, null)).rejects;
    await refused.toMatchObject({ name: 'RunnerError', code: 'version_mismatch' });
  });

  it('configured anew is another run', async () => {
    const watched = await watch();
    await watched.runner.configure(ENDLESS, null);
    await watched.runner.start();
    await watched.until(() => watched.step > 0);
    await watched.runner.configure({ ...RUN, formula: 'C6H14' }, null);
    await watched.runner.start();
    await watched.until(() => watched.state === 'complete');
    expect(watched.step).toBe(60);
    expect(watched.records.at(0)?.step).toBe(0);
  });

  it('is silent once it is disposed of', async () => {
    const watched = await watch();
    await watched.runner.configure(ENDLESS, null);
    await watched.runner.start();
    await watched.until(() => watched.step > 0);
    watched.runner.dispose();
    const told = watched.events.length;
    await pause(A_WHILE);
    expect(watched.events.length).toBe(told);
  });
}

/** A server writes the best molecule as aromatic where it is, the browser as a Kekulé form. */
function withBestAsAnybodyWritesIt(record: StepRecord): StepRecord {
  return { ...record, bestSmiles: canonicalSmiles(readSmiles(record.bestSmiles)) };
}

function recordOf(step: ReturnType<typeof anneal> extends Generator<infer Step> ? Step : never): StepRecord {
  return {
    step: step.step,
    kT: step.kT,
    currentScore: step.currentEnergy,
    bestScore: step.bestEnergy,
    accepted: step.outcome === 'accepted',
    acceptedMoves: step.acceptedMoves,
    rejectedMoves: step.rejectedMoves,
    invalidMoves: step.invalidMoves,
    disconnectedMoves: step.disconnectedMoves,
    currentSmiles: canonicalKekuleSmiles(step.current),
    bestSmiles: canonicalKekuleSmiles(step.best),
  };
}
