import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { PARAMETERS } from '@webfaulon/protocol/parameters';
import { parameterFault } from './parameter-fault.ts';
import type { RunPlan, Setup, SetupName } from './setup.ts';
import { fieldOf, type SetupRefusal, setupRefusal } from './setup-refusal.ts';

/** In the order in which a person meets them. */
export const SETUP_NAMES = (Object.keys(PARAMETERS) as (keyof typeof PARAMETERS)[]).filter(
  (name): name is SetupName => name !== 'steps_per_second',
);

export const DEFAULT_SETUP = Object.fromEntries(
  SETUP_NAMES.map((name) => [name, name === 'formula' ? '' : PARAMETERS[name].default]),
) as unknown as Setup;

/** What the next run is to be, as the fields of the page show it. */
export class SetupStore {
  private readonly values = signal<Setup>(DEFAULT_SETUP);
  readonly setup: ReadonlySignal<Setup> = this.values;
  private readonly refused = signal<SetupRefusal | null>(null);
  /** What is wrong, by field: first by the ranges alone, then what sa-core says of the whole, then what a server has refused. */
  readonly faults: ReadonlySignal<ReadonlyMap<SetupName, string>> = computed(() => {
    const setup = this.values.value;
    const faults = new Map<SetupName, string>();
    for (const name of SETUP_NAMES) {
      const fault = parameterFault(PARAMETERS[name], setup[name]);
      if (fault !== null) faults.set(name, fault);
    }
    const refusal = faults.size > 0 ? null : (setupRefusal(setup) ?? this.refused.value);
    if (refusal !== null) faults.set(refusal.field, refusal.message);
    return faults;
  });

  set<N extends SetupName>(name: N, value: Setup[N]): void {
    this.change({ [name]: value } as Partial<Setup>);
  }

  /** Sets several fields that belong together. */
  change(values: Partial<Setup>): void {
    this.values.value = { ...this.values.value, ...values };
    this.refused.value = null;
  }

  /** Every parameter but the formula gets its default. */
  toDefaults(): void {
    this.change({ ...DEFAULT_SETUP, formula: this.values.value.formula });
  }

  /** Shows at its field what a server has refused; a pointer that names no field is passed over. */
  refuse(pointer: string, message: string): void {
    if (pointer !== '') this.refused.value = { field: fieldOf(pointer, this.values.value), message };
  }

  /** Shows a plan in the fields; what it leaves out gets its default. */
  load({ configuration }: RunPlan): void {
    const known = Object.entries(configuration).filter(([name]) => name in DEFAULT_SETUP);
    this.change({ ...DEFAULT_SETUP, ...Object.fromEntries(known) });
  }
}
