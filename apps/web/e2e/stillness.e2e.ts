import { describe, expect, it } from '@jest/globals';
import { onPage } from './support/on-page.ts';

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
}

describe('while a run is played', () => {
  for (const [name, viewport] of [
    ['on a screen', { width: 1280, height: 800 }],
    ['on a phone', { width: 360, height: 740 }],
  ] as const) {
    it.concurrent(`nothing on the page moves from its place: ${name}`, () =>
      onPage({ viewport }, async (screen) => {
        await screen.startPreset('limonene');
        // The run's own screen has taken the place of the first one.
        await screen.waitForStep(1);
        await screen.page.evaluate(() => {
          const shifts: number[] = [];
          Object.assign(globalThis, { shifts });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) shifts.push((entry as LayoutShift).value);
          }).observe({ type: 'layout-shift' });
        });
        await screen.waitForStep(40);
        await screen.fullSpeed();
        await screen.waitForState('complete');
        const shifts = await screen.page.evaluate(
          () => (globalThis as unknown as { shifts: number[] }).shifts,
        );
        expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01);
      }));
  }
});
