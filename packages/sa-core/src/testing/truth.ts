import { readFileSync } from 'node:fs';

/** One line of fixtures/isomers.tsv: what an exhaustive generator found for a formula. */
export interface IsomerRow {
  readonly formula: string;
  readonly count: number;
  readonly wienerMin: number;
  readonly smilesMin: string;
  readonly wienerMax: number;
  readonly smilesMax: string;
}

/** The fixtures were computed exhaustively by surge 2.0 on nauty 2.8.6, not by this package. */
function linesOf(fixture: string): string[] {
  const text = readFileSync(new URL(`../fixtures/${fixture}`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '');
}

export function isomerTable(): IsomerRow[] {
  const [header, ...lines] = linesOf('isomers.tsv').map((line) => line.split('\t'));
  const column = (name: string) => header!.indexOf(name);
  return lines.map((cells) => ({
    formula: cells[column('formula')]!,
    count: Number(cells[column('count')]),
    wienerMin: Number(cells[column('wiener_min')]),
    smilesMin: cells[column('smiles_min')]!,
    wienerMax: Number(cells[column('wiener_max')]),
    smilesMax: cells[column('smiles_max')]!,
  }));
}

export function isomerRow(formula: string): IsomerRow {
  const row = isomerTable().find((candidate) => candidate.formula === formula);
  if (row === undefined) throw new Error(`isomers.tsv has no line for ${formula}`);
  return row;
}

/** One line of fixtures/indices.tsv: an index at its extremes over all isomers of a formula, and an isomer of each. */
export interface IndexRow {
  readonly formula: string;
  readonly min: number;
  readonly smilesMin: string;
  readonly max: number;
  readonly smilesMax: string;
}

/** The extremes of an index, under the name that it has in fixtures/indices.tsv. */
export function indexTable(index: string): IndexRow[] {
  return linesOf('indices.tsv').flatMap((line) => {
    const [formula, name, , min, , smilesMin, max, , smilesMax] = line.split('\t') as string[];
    if (name !== index) return [];
    return [
      { formula: formula!, min: Number(min), smilesMin: smilesMin!, max: Number(max), smilesMax: smilesMax! },
    ];
  });
}

/** The isomers of a formula: SMILES without aromaticity, and the Wiener index. */
export function isomerList(formula: string): { smiles: string; wiener: number }[] {
  return linesOf(`isomer-lists/${formula}.smi`).map((line) => {
    const match = /^(\S+)\s+.*?W=(\d+)/.exec(line);
    if (match === null) throw new Error(`cannot read "${line}"`);
    return { smiles: match[1]!, wiener: Number(match[2]) };
  });
}

/** How often the walk "atoms" at kT = infinity is at each isomer; `automorphisms` counts hydrogens as atoms. */
export function stationaryDistribution(
  formula: string,
): { smiles: string; automorphisms: number; probability: number }[] {
  return linesOf(`stationary/${formula}.tsv`).map((line) => {
    const [smiles, automorphisms, probability] = line.split('\t') as [string, string, string];
    return { smiles, automorphisms: Number(automorphisms), probability: Number(probability) };
  });
}
