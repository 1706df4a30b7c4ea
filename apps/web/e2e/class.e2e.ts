import { describe, expect, it } from '@jest/globals';
import { PRESETS } from '../src/presets/presets.ts';
import { expectPooledClass } from './support/class-visit.ts';
import { onPage } from './support/on-page.ts';

const { id, configuration } = PRESETS.find((preset) => preset.id === 'decane')!;

describe('a class', () => {
  it.concurrent('pools what its students find', () =>
    expectPooledClass({ preset: id, configuration, students: 3, atOnce: 3 }));

  it.concurrent('keeps the place and the run of a member who loads the page again, and its board', () =>
    onPage({}, async (teacher) => {
      const { page: board } = teacher;
      await board.getByText('Open a class').click();
      await board.locator('#class-run').selectOption(id);
      await teacher.press('Open the class');
      await board.locator('.board-figures').waitFor();
      await onPage({ url: board.url().replace('#board=', '#class=') }, async (member) => {
        await member.page.locator('#class-nickname').fill('Ada');
        await member.press('Join and start my run');
        await member.page.locator('.run-steps').waitFor();
        await member.waitForStep(20);
        const [seed, { step }] = [await member.textOf('.run-seed'), await member.steps()];
        await member.page.reload();
        await member.waitForStep(step);
        await member.waitForState('running');
        expect(await member.textOf('.run-seed')).toBe(seed);
        await member.page.getByText('you are Ada').waitFor();
      });
      await board.reload();
      await board.getByText('1 member').first().waitFor();
      // A class has an address of its own, which is no damaged link to a run.
      expect(await board.locator('.run-notice').getAttribute('data-empty')).toBe('true');
    }));
});
