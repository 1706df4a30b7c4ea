import { runColour, runDash } from './run-style.ts';

/** The line of a run in the chart. */
export function Swatch({ slot }: { readonly slot: number }) {
  return (
    <svg class="comparison-swatch" viewBox="0 0 32 6" aria-hidden="true">
      <line
        x1="0"
        y1="3"
        x2="32"
        y2="3"
        stroke={`var(${runColour(slot)})`}
        stroke-width="3"
        stroke-dasharray={runDash(slot).join(' ')}
      />
    </svg>
  );
}
