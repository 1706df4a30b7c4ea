import type { RunScreen } from './run-screen.ts';

/** Resets the run, plays its first steps one by one, and answers what the page shows after each. */
export async function stepTrace(screen: RunScreen, count: number): Promise<readonly string[]> {
  const trace: string[] = [];
  await screen.press('Reset');
  await screen.waitForState('idle');
  for (let step = 1; step <= count; step++) {
    await screen.page.keyboard.press('ArrowRight');
    await screen.waitForStep(step);
    const { current, best } = await screen.scores();
    trace.push(`${step}: ${current}, best ${best}`);
  }
  return trace;
}
