interface NumberInputProps {
  readonly label: string;
  /** NaN is a number half typed. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A labelled number in a text field; what is no number yet is NaN. */
export function NumberInput({ label, value, onChange }: NumberInputProps) {
  return (
    <label class="score-number">
      {label}
      <input
        type="text"
        inputMode="decimal"
        // What is being typed stays as it is.
        {...(Number.isNaN(value) ? {} : { value: String(value) })}
        aria-invalid={Number.isNaN(value)}
        onInput={({ currentTarget: { value: text } }) =>
          onChange(text.trim() === '' ? Number.NaN : Number(text))
        }
      />
    </label>
  );
}
