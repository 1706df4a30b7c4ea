import { describe, expect, it } from '@jest/globals';
import { onPage } from './support/on-page.ts';
import { stage } from './support/stage.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const ENGINES = [
  ['on the server', () => stage().server],
  ['in the browser', () => stage().staticHost],
] as const;

for (const [engine, url] of ENGINES) {
  describe(`a run that is played ${engine}`, () => {
    it.concurrent('stands still once it is paused, and goes on from there', () =>
      onPage({ url: url() }, async (screen) => {
        await screen.startPreset('octane');
        await screen.waitForStep(5);
        await screen.press('Pause');
        await screen.waitForState('paused');
        const paused = await screen.steps();
        const seen = await screen.scores();
        await pause(1000);
        expect(await screen.steps()).toEqual(paused);
        expect(await screen.scores()).toEqual(seen);

        await screen.press('Resume');
        await screen.waitForStep(paused.step + 3);
        await screen.waitForState('running');
      }));

    it.concurrent('plays exactly one step at a tap, paused or running', () =>
      onPage({ url: url() }, async (screen) => {
        await screen.startPreset('octane');
        await screen.waitForStep(3);
        await screen.press('Step');
        await screen.waitForState('paused');
        await pause(300);
        const { step } = await screen.steps();
        for (const taps of [1, 2, 3]) {
          await screen.press('Step');
          await screen.waitForStep(step + taps);
          await pause(200);
          expect((await screen.steps()).step).toBe(step + taps);
        }
      }));

    it.concurrent('changes its speed at once, to the slowest and to the fastest', () =>
      onPage({ url: url() }, async (screen) => {
        await screen.startPreset('limonene');
        await screen.waitForStep(20);
        await screen.slowest();
        // What was on its way when the key was pressed may still arrive.
        await pause(500);
        const { step, total } = await screen.steps();
        await pause(2000);
        const slow = (await screen.steps()).step - step;
        expect(slow).toBeGreaterThanOrEqual(1);
        // At the old speed of 20 steps a second it would have been 40.
        expect(slow).toBeLessThanOrEqual(6);

        // At one step a second it would take ten minutes, and the test would run out of time.
        await screen.fullSpeed();
        await screen.waitForStep(total);
      }));

    it.concurrent('starts again from its start molecule when it is reset', () =>
      onPage({ url: url() }, async (screen) => {
        await screen.startPreset('octane');
        await screen.waitForStep(10);
        await screen.press('Reset');
        await screen.waitForState('idle');
        expect(await screen.steps()).toEqual({ step: 0, total: 300 });
        await screen.waitForScores();
        expect(await screen.scores()).toEqual({ current: 84, best: 84 });
        await screen.press('Start');
        await screen.waitForStep(2);
      }));
  });
}
