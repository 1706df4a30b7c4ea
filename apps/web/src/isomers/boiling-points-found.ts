import { readSmiles, wienerIndexOf } from '@webfaulon/sa-core';
import { BOILING_POINTS } from '../names/boiling-points.ts';
import type { KnownNames } from '../names/known-names.ts';

export interface BoilingAlkane {
  readonly name: string;
  readonly wiener: number;
  /** Degrees Celsius at 760 mmHg. */
  readonly boilingPoint: number;
}

/** Those of the molecules, given as canonical Kekulé SMILES, that are alkanes with a boiling point in the table. */
export function boilingAlkanes(smiles: Iterable<string>, names: KnownNames): BoilingAlkane[] {
  const alkanes: BoilingAlkane[] = [];
  for (const each of smiles) {
    const name = names.get(each)?.name;
    const boilingPoint = name === undefined ? undefined : BOILING_POINTS.get(name);
    if (name === undefined || boilingPoint === undefined) continue;
    alkanes.push({ name, wiener: wienerIndexOf(readSmiles(each)), boilingPoint });
  }
  return alkanes;
}
