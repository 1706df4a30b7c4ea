import { useComputed, useSignal } from '@preact/signals';
import { TERM_NAMES, TERMS, type TermName } from './terms.ts';

/** Every term that the panel uses, its meaning one tap away. */
export function Terms() {
  const open = useSignal<TermName | null>(null);
  const text = useComputed(() => (open.value === null ? '' : TERMS[open.value].text));
  return (
    <section class="terms" aria-label="What the words mean">
      <p class="terms-names">
        What is …{' '}
        {TERM_NAMES.map((name) => (
          <button
            key={name}
            type="button"
            aria-expanded={open.value === name}
            aria-controls="term-text"
            onClick={() => (open.value = open.value === name ? null : name)}
          >
            {TERMS[name].title}
          </button>
        ))}
      </p>
      <p id="term-text" class="term-text" aria-live="polite">
        {text}
      </p>
    </section>
  );
}
