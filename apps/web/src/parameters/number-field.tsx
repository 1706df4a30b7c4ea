import type { NumberParameter } from '@webfaulon/protocol/parameter';
import type { FieldProps } from './field-props.ts';

/** A number; an empty field stands for null where the parameter has a meaning for it. */
export function NumberField({
  parameter,
  id,
  value,
  describedBy,
  isFaulty,
  onChange,
}: FieldProps<NumberParameter, number | null>) {
  const { integer, nullMeans } = parameter;
  const read = (text: string) => {
    const isEmpty = text.trim() === '';
    onChange(isEmpty && nullMeans !== undefined ? null : isEmpty ? Number.NaN : Number(text));
  };
  return (
    <input
      id={id}
      type="text"
      inputMode={integer ? 'numeric' : 'decimal'}
      // What is being typed stays as it is: NaN is a number half typed.
      {...(Number.isNaN(value) ? {} : { value: value === null ? '' : String(value) })}
      placeholder={nullMeans ?? ''}
      aria-describedby={describedBy}
      aria-invalid={isFaulty}
      onInput={(event) => read(event.currentTarget.value)}
    />
  );
}
