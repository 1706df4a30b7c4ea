import type { WeightsParameter } from '@webfaulon/protocol/parameters';
import { BUILT_IN_COMPONENTS } from '@webfaulon/sa-core';
import type { FieldProps } from './field-props.ts';

/** A weight for each scoring component; one without a weight does not count. */
export function WeightsField({
  id,
  value,
  isFaulty,
  describedBy,
  onChange,
}: FieldProps<WeightsParameter, Readonly<Record<string, number>>>) {
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
            value={value[name] === undefined || Number.isNaN(value[name]) ? '' : String(value[name])}
            placeholder="0"
            aria-invalid={isFaulty}
            onInput={(event) => set(name, event.currentTarget.value)}
          />
          {name.replaceAll('_', ' ')}
        </label>
      ))}
    </fieldset>
  );
}
