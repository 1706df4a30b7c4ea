/** A formula with its counts set low, as chemists write it. */
export function FormulaText({ formula }: { readonly formula: string }) {
  const parts = formula.match(/\d+|\D+/g) ?? [];
  return (
    <span class="formula-text">
      {parts.map((part, i) => (/\d/.test(part) ? <sub key={i}>{part}</sub> : part))}
    </span>
  );
}
