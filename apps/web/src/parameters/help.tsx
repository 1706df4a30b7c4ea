import type { ComponentChildren } from 'preact';

/** An explanation, one tap away. */
export function Help({ about, children }: { readonly about: string; readonly children: ComponentChildren }) {
  return (
    <details class="parameter-help">
      <summary aria-label={`What is ${about}?`}>?</summary>
      <p>{children}</p>
    </details>
  );
}
