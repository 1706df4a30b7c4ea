import type { TargetsParameter, WeightsParameter } from '@webfaulon/protocol/parameters';
import { BUILT_IN_COMPONENTS } from '@webfaulon/sa-core';
import type { FieldProps } from './field-props.ts';

interface ComponentNumbersProps
  extends FieldProps<WeightsParameter | TargetsParameter, Readonly<Record<string, number>>> {
  /** What a component without a number counts as. */
  readonly placeholder: string;
}

/** A number for each scoring component, such as its weight; one that is left empty has none. */
export function ComponentNumbers({
  id,
  value,
  isFaulty,
  describedBy,
  placeholder,
  onChange,
}: ComponentNumbersProps) {
  const set = (name: string, text: string) => {
    const { [name]: _, ...others } = value;
    onChange(text.trim() === '' ? others : { ...others, [name]: Number(text) });
  };
  return (
    <fieldset class="weights" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      {BUILT_IN_COMPONENTS.map(({ name, description }) => (
        <label key={name} title={description}>
          <input
            type="text"
            inputMode="decimal"
            // What is being typed stays as it is: NaN is a number half typed.
            {...(Number.isNaN(value[name])
              ? {}
              : { value: value[name] === undefined ? '' : String(value[name]) })}
            placeholder={placeholder}
            aria-invalid={isFaulty}
            onInput={(event) => set(name, event.currentTarget.value)}
          />
          {name.replaceAll('_', ' ')}
        </label>
      ))}
    </fieldset>
  );
}
