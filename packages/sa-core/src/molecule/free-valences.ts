/** The valences that the atoms of a molecule under construction still have to give. */
export class FreeValences {
  // Invariant: total is the sum of perAtom, and atomsWith[v] counts the atoms with v free valences.
  private readonly perAtom: number[];
  private readonly atomsWith = [0, 0, 0, 0, 0];
  private total = 0;

  constructor(perAtom: readonly number[]) {
    this.perAtom = [...perAtom];
    for (const free of perAtom) {
      this.atomsWith[free]!++;
      this.total += free;
    }
  }

  of(atom: number): number {
    return this.perAtom[atom]!;
  }

  sum(): number {
    return this.total;
  }

  spend(atom: number): void {
    this.change(atom, -1);
  }

  /**
   * Whether `units` bond units between different atoms can be made of these valences once the given atoms have spent one
   * each: if and only if units <= sum - most, with `most` the free valences of the richest atom.
   */
  canPairAfter(units: number, ...spenders: readonly number[]): boolean {
    for (const atom of spenders) this.spend(atom);
    const most = this.atomsWith.findLastIndex((atoms) => atoms > 0);
    const possible = units <= this.total - most;
    for (const atom of spenders) this.change(atom, 1);
    return possible;
  }

  private change(atom: number, by: 1 | -1): void {
    this.atomsWith[this.perAtom[atom]!]!--;
    this.perAtom[atom]! += by;
    this.atomsWith[this.perAtom[atom]!]!++;
    this.total += by;
  }
}
