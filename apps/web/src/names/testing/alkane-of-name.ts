import { canonicalKekuleSmiles, readSmiles } from '@webfaulon/sa-core';

const PARENTS = ['meth', 'eth', 'prop', 'but', 'pent', 'hex', 'hept', 'oct', 'non', 'dec'];
const SUBSTITUENT = /^([\d,]+)-(?:di|tri|tetra|penta|hexa|bis|tris)?(methyl|ethyl|propyl|\(propan-2-yl\))-?/;
const BRANCHES: Readonly<Record<string, string>> = {
  methyl: '(C)',
  ethyl: '(CC)',
  propyl: '(CCC)',
  '(propan-2-yl)': '(C(C)C)',
};
const MULTIPLIERS = ['', '', 'di', 'tri', 'tetra', 'penta', 'hexa'];

export interface NamedAlkane {
  /** Canonical Kekulé SMILES of the structure that the name says. */
  readonly smiles: string;
  readonly parentLength: number;
  readonly locants: readonly number[];
  /** As they are cited. */
  readonly substituents: readonly string[];
}

/** Reads an IUPAC name of an alkane: how a table of names is checked against its structures. */
export function alkaneOfName(name: string): NamedAlkane {
  const substituents: string[] = [];
  const locants: number[] = [];
  const branchesAt = new Map<number, string>();
  let rest = name;
  for (let match = SUBSTITUENT.exec(rest); match !== null; match = SUBSTITUENT.exec(rest)) {
    const [whole, numbers = '', substituent = ''] = match;
    const places = numbers.split(',').map(Number);
    const multiplier = substituent.startsWith('(') ? ['', '', 'bis', 'tris'] : MULTIPLIERS;
    if (!whole.startsWith(`${numbers}-${multiplier[places.length]}${substituent}`)) {
      throw new Error(`${name}: ${whole} has another number of locants.`);
    }
    for (const place of places) branchesAt.set(place, (branchesAt.get(place) ?? '') + BRANCHES[substituent]);
    locants.push(...places);
    substituents.push(substituent.replace('(', ''));
    rest = rest.slice(whole.length);
  }
  const parentLength = PARENTS.indexOf(rest.replace(/ane$/, '')) + 1;
  if (parentLength === 0) throw new Error(`${name}: ${rest} is no parent chain.`);
  const chain = Array.from({ length: parentLength }, (_, i) => `C${branchesAt.get(i + 1) ?? ''}`);
  return {
    smiles: canonicalKekuleSmiles(readSmiles(chain.join(''))),
    parentLength,
    locants: locants.sort((a, b) => a - b),
    substituents,
  };
}
