import type { ChoicesParameter } from '@webfaulon/protocol/parameter';
import type { FieldProps } from './field-props.ts';

/** Any number of options, each switched on or off; kept in the order in which they are declared. */
export function ChoicesField({
  parameter,
  id,
  value,
  describedBy,
  onChange,
}: FieldProps<ChoicesParameter, readonly string[]>) {
  const choose = (option: string, isOn: boolean) =>
    onChange(parameter.options.filter((known) => (known === option ? isOn : value.includes(known))));
  return (
    <fieldset class="choices" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      {parameter.options.map((option) => (
        <label key={option}>
          <input
            type="checkbox"
            checked={value.includes(option)}
            onInput={(event) => choose(option, event.currentTarget.checked)}
          />
          {option.replaceAll('-', ' ')}
        </label>
      ))}
    </fieldset>
  );
}
