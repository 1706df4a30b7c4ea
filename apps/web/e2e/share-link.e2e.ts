import { describe, expect, it } from '@jest/globals';
import { onPage } from './support/on-page.ts';
import type { RunScreen } from './support/run-screen.ts';
import { stage } from './support/stage.ts';
import { stepTrace } from './support/step-trace.ts';

const TRACED_STEPS = 25;

interface SeenRun {
  readonly link: string;
  readonly best: string;
  readonly trace: readonly string[];
}

async function seenOf(screen: RunScreen): Promise<SeenRun> {
  await screen.fullSpeed();
  await screen.waitForState('complete');
  const best = `${(await screen.scores()).best} ${await screen.bestSmiles()}`;
  return { link: screen.page.url(), best, trace: await stepTrace(screen, TRACED_STEPS) };
}

/** A run with a seed that nobody has chosen. */
async function firstRun(): Promise<SeenRun> {
  let seen: SeenRun | undefined;
  await onPage({}, async (screen) => {
    await screen.startPreset('octane');
    const seed = await screen.textOf('.run-seed');
    await screen.press('New seed');
    await screen.page.waitForFunction(
      (old) => document.querySelector('.run-seed')?.textContent !== old,
      seed,
    );
    seen = await seenOf(screen);
  });
  return seen!;
}

describe('the link of a run', () => {
  it('gives others the same best and the same trace, on the server and without one', async () => {
    const { link, best, trace } = await firstRun();
    const { hash } = new URL(link);
    for (const url of [link, stage().staticHost + hash]) {
      await onPage({ url }, async (screen) => {
        await screen.page.locator('.run-steps').waitFor();
        const seen = await seenOf(screen);
        expect(seen.trace).toEqual(trace);
        expect(seen.best).toBe(best);
      });
    }

    // One that another version has made says so, and runs only when it is asked to.
    const other = link.replace(/algorithm_version=\d+/, 'algorithm_version=99');
    expect(other).not.toBe(link);
    await onPage({ url: other, forgives: /status of 4\d\d/ }, async ({ page }) => {
      await page
        .getByText(/version/)
        .first()
        .waitFor();
      expect(await page.locator('.run-steps').count()).toBe(0);
    });
  });
});
