import { type ConfigureRequest, coarseStride } from '@webfaulon/protocol';
import { type Configuration, totalSteps } from '@webfaulon/sa-core';
import { expectedRun } from './expected-run.ts';
import { ResumingViewer, type SeenEvent } from './resuming-viewer.ts';

/** What a session was asked to run; complete, so that sa-core alone computes the same. */
export type AskedRun = Configuration &
  Pick<ConfigureRequest, 'steps_per_second'> & { steps_per_cycle: number; num_cycles: number };

/** A session that is watched from its start, and what its viewer is to see of each of its runs. */
export class WatchedRun {
  readonly id: string;
  readonly viewer: ResumingViewer;
  private readonly asked: AskedRun;
  /** The steps that the viewer is sent are those divisible by this, and the last. */
  private readonly every: number;

  constructor(id: string, asked: AskedRun, url: () => string) {
    this.id = id;
    this.asked = asked;
    this.every = asked.steps_per_second === null ? coarseStride(totalSteps(asked)) : 1;
    this.viewer = new ResumingViewer(() => `${url()}/api/sa/${id}/stream?every=${this.every}&svg=none`);
  }

  get pace(): number | null | undefined {
    return this.asked.steps_per_second;
  }

  /** Everything that the viewer saw and should not have seen, or did not see, beside the run that sa-core computes. */
  contradictions(): string[] {
    const { steps_per_second: _pace, ...configuration } = this.asked;
    const expected = expectedRun(configuration, this.every);
    const { seen, faults } = this.viewer;
    const found = faults.map((fault) => `fault ${fault}`);
    let run = 0;
    let i = 0;
    for (const event of seen) {
      if (event.id.run > run) {
        run = event.id.run;
        i = 0;
      }
      const wanted = expected[i];
      if (event.id.run < run) found.push(`back in run ${event.id.run}`);
      else if (event.name === 'complete')
        found.push(...wrongEnd(event, expected.at(-1)?.step, i === expected.length));
      else if (event.id.step !== wanted?.step)
        found.push(`step ${event.id.step} where ${wanted?.step} comes`);
      else if (!isDeepEqual(event.data, wanted)) found.push(`another step ${event.id.step}`);
      i++;
    }
    if (seen.at(-1)?.name !== 'complete') found.push('no complete event at the end');
    return found.map((what) => `session ${this.id} at ${this.pace}/s: ${what}`);
  }
}

function wrongEnd({ id }: SeenEvent, last: number | undefined, isDue: boolean): string[] {
  return id.step === last && id.complete && isDue ? [] : [`complete at step ${id.step}`];
}

function isDeepEqual(a: object, b: object): boolean {
  const inOrder = (value: object) =>
    JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
  return inOrder(a) === inOrder(b);
}
