import './parameters.css';
import { useComputed } from '@preact/signals';
import { PARAMETERS } from '@webfaulon/protocol/parameters';
import type { ComponentChildren } from 'preact';
import type { Setup, SetupName } from '../setup/setup.ts';
import { useSetup } from '../setup/setup-context.ts';
import { ParameterField } from './parameter-field.tsx';
import { PARAMETER_GROUPS } from './parameter-groups.ts';
import { SchedulePreview } from './schedule-preview.tsx';
import { ScoreFields } from './score-fields.tsx';

/** A field for every parameter that the protocol declares. One form is on the page at a time. */
export function ParametersForm() {
  const setup = useSetup();
  return (
    <div class="parameters">
      <Group title="What to search for">
        <ScoreFields />
      </Group>
      <Group title="The schedule">
        <SchedulePreview />
        <Fields names={PARAMETER_GROUPS.schedule} />
      </Group>
      <Group title="The start">
        <Fields names={PARAMETER_GROUPS.start} />
        <button type="button" class="seed-new" onClick={() => setup.set('seed', Date.now())}>
          New seed
        </button>
      </Group>
      <Group title="The walk">
        <Fields names={PARAMETER_GROUPS.walk} />
      </Group>
      <button type="button" class="parameters-default" onClick={() => setup.toDefaults()}>
        Back to defaults
      </button>
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <fieldset class="parameter-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

type FieldName = (typeof PARAMETER_GROUPS)[keyof typeof PARAMETER_GROUPS][number];

function Fields({ names }: { readonly names: readonly FieldName[] }) {
  return (
    <>
      {names.map((name) => (
        <BoundField key={name} name={name} />
      ))}
    </>
  );
}

function BoundField({ name }: { readonly name: FieldName }) {
  const setup = useSetup();
  const value = useComputed(() => setup.setup.value[name]);
  const fault = useComputed(() => setup.faults.value.get(name) ?? null);
  return (
    <ParameterField
      parameter={PARAMETERS[name]}
      value={value.value}
      fault={fault.value}
      onChange={(changed) => setup.set(name as SetupName, changed as Setup[SetupName])}
    />
  );
}
