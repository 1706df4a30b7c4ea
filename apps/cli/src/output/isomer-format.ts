import { csvLine } from './csv.ts';
import { sdfRecord } from './sdf.ts';

/** An isomer as an enumeration tells it. */
interface ListedIsomer {
  readonly smiles: string;
  readonly wienerIndex: number;
}

/** How a list of isomers is written, piece by piece: it may be too long to be held. */
export interface IsomerFormat {
  head(formula: string): string;
  isomer(isomer: ListedIsomer, index: number): string;
  /** @param isComplete whether these are all isomers of the formula */
  foot(count: number, isComplete: boolean): string;
}

const nothing = (): string => '';

export const ISOMER_FORMATS = {
  smi: {
    head: nothing,
    isomer: ({ smiles, wienerIndex }) => `${smiles}\t${wienerIndex}\n`,
    foot: nothing,
  },
  csv: {
    head: () => csvLine(['smiles', 'wiener_index']),
    isomer: ({ smiles, wienerIndex }) => csvLine([smiles, wienerIndex]),
    foot: nothing,
  },
  json: {
    head: (formula) => `{"formula":${JSON.stringify(formula)},"isomers":[`,
    isomer: ({ smiles, wienerIndex }, index) =>
      `${index === 0 ? '' : ','}\n${JSON.stringify({ smiles, wiener_index: wienerIndex })}`,
    foot: (count, isComplete) => `\n],"count":${count},"complete":${isComplete}}\n`,
  },
  sdf: {
    head: nothing,
    isomer: ({ smiles, wienerIndex }) => sdfRecord(smiles, { smiles, wiener_index: wienerIndex }),
    foot: nothing,
  },
} as const satisfies Record<string, IsomerFormat>;

export type IsomerFormatName = keyof typeof ISOMER_FORMATS;
