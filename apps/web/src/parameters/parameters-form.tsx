import './parameters.css';
import { useComputed } from '@preact/signals';
import { PARAMETERS } from '@webfaulon/protocol/parameters';
import type { Setup, SetupName } from '../setup/setup.ts';
import { useSetup } from '../setup/setup-context.ts';
import { SETUP_NAMES } from '../setup/setup-store.ts';
import { ParameterField } from './parameter-field.tsx';

/** The formula has a field of its own. */
const NAMES = SETUP_NAMES.filter((name) => name !== 'formula');

/** A field for every parameter that the protocol declares, in its order. */
export function ParametersForm() {
  return (
    <div class="parameters">
      {NAMES.map((name) => (
        <BoundField key={name} name={name} />
      ))}
    </div>
  );
}

function BoundField({ name }: { readonly name: SetupName }) {
  const setup = useSetup();
  const value = useComputed(() => setup.setup.value[name]);
  const fault = useComputed(() => setup.faults.value.get(name) ?? null);
  return (
    <ParameterField
      parameter={PARAMETERS[name]}
      value={value.value}
      fault={fault.value}
      onChange={(changed) => setup.set(name, changed as Setup[typeof name])}
    />
  );
}
