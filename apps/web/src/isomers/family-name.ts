/** What chemists call all alkanes of one size. */
const ALKANES: ReadonlyMap<string, string> = new Map([
  ['C4H10', 'butanes'],
  ['C5H12', 'pentanes'],
  ['C6H14', 'hexanes'],
  ['C7H16', 'heptanes'],
  ['C8H18', 'octanes'],
  ['C9H20', 'nonanes'],
  ['C10H22', 'decanes'],
  ['C11H24', 'undecanes'],
  ['C12H26', 'dodecanes'],
]);

/** The isomers of a formula in Hill order as a noun: "octanes", or "isomers of C10H16". */
export function familyName(formula: string): string {
  return ALKANES.get(formula) ?? `isomers of ${formula}`;
}
