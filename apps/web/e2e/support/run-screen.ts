import type { Page } from 'playwright-core';

/** Digits are grouped by thin spaces on the page. */
function numberIn(text: string): number {
  return Number(text.replaceAll(/[^\d.−]/g, '').replace('−', '-'));
}

/** What a person sees and does on the page, in that person's words. */
export class RunScreen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async startPreset(id: string): Promise<void> {
    await this.page.locator(`[data-preset="${id}"]`).click();
    await this.page.locator('.run-steps').waitFor();
  }

  /** Moves the speed slider to its end: as fast as possible. */
  async fullSpeed(): Promise<void> {
    await this.page.locator('#speed').press('End');
  }

  /** Moves the speed slider to its start: one step a second. */
  async slowest(): Promise<void> {
    await this.page.locator('#speed').press('Home');
  }

  /** Presses the button with this label. */
  async press(label: string): Promise<void> {
    await this.page.getByRole('button', { name: label, exact: true }).click();
  }

  async waitForState(state: 'idle' | 'running' | 'paused' | 'complete' | 'failed'): Promise<void> {
    await this.page.locator(`.run-toggle[data-state="${state}"]`).waitFor();
  }

  /** Waits until the counter stands at this step, or at a later one. */
  async waitForStep(step: number): Promise<void> {
    await this.page.waitForFunction((wanted) => {
      const [, shown = ''] = document.querySelector('.run-steps')?.textContent?.split(' ') ?? [];
      return Number(shown.replaceAll(/\D/g, '')) >= wanted;
    }, step);
  }

  /** The counter: the step at which the run stands, and how many it has. */
  async steps(): Promise<{ step: number; total: number }> {
    const [step = '', total = ''] = (await this.textOf('.run-steps')).split(' of ');
    return { step: numberIn(step), total: numberIn(total) };
  }

  /** Waits until there is a molecule with a score. */
  async waitForScores(): Promise<void> {
    await this.page.locator('.molecule-best .molecule-score strong', { hasText: /\d/ }).waitFor();
  }

  async scores(): Promise<{ current: number; best: number }> {
    const current = await this.textOf('.molecule-current .molecule-score strong');
    const best = await this.textOf('.molecule-best .molecule-score strong');
    return { current: numberIn(current), best: numberIn(best) };
  }

  /** The SMILES of the best molecule. */
  async bestSmiles(): Promise<string> {
    return await this.textOf('.molecule-best .molecule-smiles');
  }

  /** Waits until the best molecule is drawn. */
  async waitForDrawing(): Promise<void> {
    await this.page.locator('.molecule-best .molecule-drawing svg').waitFor();
  }

  /** The text of the one element that the selector names. */
  async textOf(selector: string): Promise<string> {
    return (await this.page.locator(selector).textContent()) ?? '';
  }
}
