import type { Parameter, TargetsParameter, WeightsParameter } from '@webfaulon/protocol/parameter';
import { ChoicesField } from './choices-field.tsx';
import type { FieldProps } from './field-props.ts';
import { Help } from './help.tsx';
import { NumberField } from './number-field.tsx';

/** Weights and targets make up the score, which has fields of its own. */
type SingleParameter = Exclude<Parameter, WeightsParameter | TargetsParameter>;

interface ParameterFieldProps {
  readonly parameter: SingleParameter;
  readonly value: unknown;
  /** Null if the value is all right. */
  readonly fault: string | null;
  readonly onChange: (value: unknown) => void;
}

/** A labelled control for a parameter, made from its declaration, with its help one tap away. */
export function ParameterField({ parameter, value, fault, onChange }: ParameterFieldProps) {
  const id = `parameter-${parameter.name}`;
  const { label, unit, help } = parameter;
  return (
    <div class="field parameter-field">
      <div class="parameter-head">
        {parameter.kind === 'choices' ? (
          <span id={`${id}-label`}>{label}</span>
        ) : (
          <label for={id}>{label}</label>
        )}
        {unit !== null && <span class="parameter-unit">{unit}</span>}
        <Help about={label}>{help}</Help>
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

function Control({ parameter, ...props }: FieldProps<SingleParameter, unknown>) {
  switch (parameter.kind) {
    case 'number':
      return <NumberField {...props} parameter={parameter} value={props.value as number | null} />;
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
