/**
 * Where names stand: in docs/references.bib Favre2014 and Kim2023. Names of both kinds are compared with the structures that
 * PubChem's records give them; recorded-names.test.ts names the few for which it has none at hand.
 */
export const NAME_SOURCES = {
  iupac: 'IUPAC recommendations 2013',
  pubchem: 'PubChem',
} as const;

export type NameSource = keyof typeof NAME_SOURCES;

/** Isomers of one formula whose names are known. */
export interface KnownGroup {
  /** In Hill order. */
  readonly formula: string;
  readonly source: NameSource;
  /**
   * Lines of a SMILES, a space and a name. A name stands for a constitution: where it is that of one stereoisomer among
   * several, it says so. An aromatic molecule stands here once, in one of its Kekulé forms or as aromatic.
   */
  readonly isomers: string;
}
