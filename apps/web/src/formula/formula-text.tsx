/** A formula with its counts set low, as chemists write it. */
export function FormulaText({ formula }: { readonly formula: string }) {
  const parts = formula.match(/\d+|\D+/g) ?? [];
  return (
    <span class="formula-text">
      {parts.map((part, i) => (/\d/.test(part) ? <sub key={i}>{part}</sub> : part))}
    </span>
  );
}

/** A sentence with the formula in it set as {@link FormulaText}. */
export function WithFormula({ text, formula }: { readonly text: string; readonly formula: string }) {
  const at = text.indexOf(formula);
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <FormulaText formula={formula} />
      {text.slice(at + formula.length)}
    </>
  );
}
