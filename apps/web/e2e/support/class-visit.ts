import { expect } from '@jest/globals';
import {
  anneal,
  type Configuration,
  canonicalForm,
  molecularGraphOf,
  prepareAnnealing,
  startCheckpoint,
  totalSteps,
} from '@webfaulon/sa-core';
import { axeViolations } from './axe-violations.ts';
import { onPage } from './on-page.ts';

interface ClassPlan {
  /** The preset that the teacher chooses. */
  readonly preset: string;
  readonly configuration: Configuration;
  readonly students: number;
  /** Students who are there at the same time. */
  readonly atOnce: number;
}

/** Presets name both. */
function stepsOf({ steps_per_cycle = 0, num_cycles = 0 }: Configuration): number {
  return totalSteps({ steps_per_cycle, num_cycles });
}

/** How many distinct isomers the runs of all these seeds stand at, their start molecule included. */
function isomersOfSeeds(configuration: Configuration, seeds: readonly number[]): number {
  const met = new Set<string>();
  for (const seed of seeds) {
    const seeded = { ...configuration, seed };
    const annealing = prepareAnnealing(seeded);
    met.add(canonicalForm(molecularGraphOf(annealing.elements, startCheckpoint(annealing).current)).code);
    for (const { current } of anneal(seeded)) met.add(canonicalForm(current).code);
  }
  return met.size;
}

/** One student: follows the link, joins, and lets the run come to its end. Answers the run's seed. */
async function study(link: string, nickname: string, total: number): Promise<number> {
  let seed = Number.NaN;
  await onPage({ url: link }, async (screen) => {
    const { page } = screen;
    await page.locator('#class-nickname').fill(nickname);
    await screen.press('Join and start my run');
    await page.locator('.run-steps').waitFor();
    seed = Number((await screen.textOf('.run-seed')).replaceAll(/\D/g, ''));
    const reported = page.waitForResponse((response) => {
      const { step } = JSON.parse(response.request().postData() ?? '{}') as { step?: number };
      return response.ok() && response.url().endsWith('/results') && step === total;
    });
    await screen.fullSpeed();
    await screen.waitForState('complete');
    // Until the class has been told of the last step.
    await reported;
  });
  return seed;
}

/** Opens a class, lets all its students come, and expects on the board what their runs together have found. */
export async function expectPooledClass({
  preset,
  configuration,
  students,
  atOnce,
}: ClassPlan): Promise<void> {
  await onPage({}, async (screen) => {
    const { page } = screen;
    await page.getByText('Open a class').click();
    await page.locator('#class-run').selectOption(preset);
    await screen.press('Open the class');
    await page.locator('.board-figures').waitFor();
    const link = page.url().replace('#board=', '#class=');
    expect(await axeViolations(page)).toEqual([]);

    const seeds: number[] = [];
    for (let first = 0; first < students; first += atOnce) {
      const group = Array.from(
        { length: Math.min(atOnce, students - first) },
        (_, i) => `Student ${first + i + 1}`,
      );
      seeds.push(
        ...(await Promise.all(group.map((nickname) => study(link, nickname, stepsOf(configuration))))),
      );
    }
    expect(new Set(seeds).size).toBe(students);
    // All steps are reported and looked through.
    const steps = students * stepsOf(configuration);
    await page.waitForFunction(
      (facts) => document.querySelector('.board-facts')?.textContent?.replaceAll(/\s/g, '') === facts,
      `${students}members·${steps}stepsplayed`,
    );
    const headline = await screen.textOf('.board-headline');
    expect(headline).toMatch(new RegExp(`^Our class found (all )?${isomersOfSeeds(configuration, seeds)} `));
    expect(await axeViolations(page)).toEqual([]);
  });
}
