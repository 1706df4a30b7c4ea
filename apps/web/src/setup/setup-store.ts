import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { PARAMETERS } from '@webfaulon/protocol/parameters';
import { parameterFault } from './parameter-fault.ts';
import type { RunPlan, Setup, SetupName } from './setup.ts';

/** In the order in which a person meets them. */
export const SETUP_NAMES = (Object.keys(PARAMETERS) as (keyof typeof PARAMETERS)[]).filter(
  (name): name is SetupName => name !== 'steps_per_second',
);

const DEFAULT_SETUP = Object.fromEntries(
  SETUP_NAMES.map((name) => [name, name === 'formula' ? '' : PARAMETERS[name].default]),
) as unknown as Setup;

/** What the next run is to be, as the fields of the page show it. */
export class SetupStore {
  private readonly values = signal<Setup>(DEFAULT_SETUP);
  readonly setup: ReadonlySignal<Setup> = this.values;
  /** What is wrong with a field by its range alone; whether such molecules exist, sa-core says. */
  readonly faults = computed(
    () =>
      new Map(
        SETUP_NAMES.flatMap((name) => {
          const fault = parameterFault(PARAMETERS[name], this.values.value[name]);
          return fault === null ? [] : [[name, fault] as const];
        }),
      ),
  );

  set<N extends SetupName>(name: N, value: Setup[N]): void {
    this.values.value = { ...this.values.value, [name]: value };
  }

  /** Shows a plan in the fields; what it leaves out gets its default. */
  load({ configuration }: RunPlan): void {
    const known = Object.entries(configuration).filter(([name]) => name in DEFAULT_SETUP);
    this.values.value = { ...DEFAULT_SETUP, ...Object.fromEntries(known) };
  }
}
