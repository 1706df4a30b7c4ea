import type { Parameter } from '@webfaulon/protocol/parameters';
import { ChoicesField } from './choices-field.tsx';
import { ComponentNumbers } from './component-numbers.tsx';
import type { FieldProps } from './field-props.ts';
import { NumberField } from './number-field.tsx';

interface ParameterFieldProps {
  readonly parameter: Parameter;
  readonly value: unknown;
  /** Null if the value is all right. */
  readonly fault: string | null;
  readonly onChange: (value: unknown) => void;
}

/** The kinds of parameters that take more than one control, so that a label cannot be for one of them. */
const GROUPS: ReadonlySet<Parameter['kind']> = new Set(['weights', 'targets', 'choices']);

/** A labelled control for a parameter, made from its declaration, with its help one tap away. */
export function ParameterField({ parameter, value, fault, onChange }: ParameterFieldProps) {
  const id = `parameter-${parameter.name}`;
  const { label, unit, help } = parameter;
  return (
    <div class="field parameter-field">
      <div class="parameter-head">
        {GROUPS.has(parameter.kind) ? (
          <span id={`${id}-label`}>{label}</span>
        ) : (
          <label for={id}>{label}</label>
        )}
        {unit !== null && <span class="parameter-unit">{unit}</span>}
        <details class="parameter-help">
          <summary aria-label={`What is ${label}?`}>?</summary>
          <p>{help}</p>
        </details>
      </div>
      <Control
        parameter={parameter}
        id={id}
        value={value}
        describedBy={`${id}-fault`}
        isFaulty={fault !== null}
        onChange={onChange}
      />
      <p id={`${id}-fault`} class="field-note" data-fault={fault !== null}>
        {fault}
      </p>
    </div>
  );
}

function Control({ parameter, ...props }: FieldProps<Parameter, unknown>) {
  switch (parameter.kind) {
    case 'number':
      return <NumberField {...props} parameter={parameter} value={props.value as number | null} />;
    case 'weights':
    case 'targets':
      return (
        <ComponentNumbers
          {...props}
          parameter={parameter}
          placeholder={parameter.kind === 'weights' ? '0' : 'none'}
          value={props.value as Readonly<Record<string, number>>}
        />
      );
    case 'choices':
      return <ChoicesField {...props} parameter={parameter} value={props.value as readonly string[]} />;
    case 'choice':
      return <ChoiceField {...props} options={parameter.options} />;
    case 'switch':
      return (
        <input
          id={props.id}
          type="checkbox"
          checked={props.value === true}
          onInput={(event) => props.onChange(event.currentTarget.checked)}
        />
      );
    case 'text':
      return (
        <input
          id={props.id}
          type="text"
          value={String(props.value)}
          maxLength={parameter.maxLength}
          spellcheck={false}
          aria-describedby={props.describedBy}
          aria-invalid={props.isFaulty}
          onInput={(event) => props.onChange(event.currentTarget.value)}
        />
      );
  }
}

function ChoiceField({
  id,
  value,
  options,
  onChange,
}: Omit<FieldProps<never, unknown>, 'parameter'> & { readonly options: readonly string[] }) {
  return (
    <select id={id} value={String(value)} onInput={(event) => onChange(event.currentTarget.value)}>
      {options.map((option) => (
        <option key={option} value={option}>
          {option.toLowerCase()}
        </option>
      ))}
    </select>
  );
}
