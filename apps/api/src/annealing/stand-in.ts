import { placeholder } from '@webfaulon/chemistry';
import { readSmiles } from '@webfaulon/sa-core';
import type { Depiction } from './depict.worker.ts';

/** What is shown of an isomer that is not drawn: its formula. */
export function standIn(isomer: string): Depiction {
  return { smiles: isomer, svg: placeholder(readSmiles(isomer)) };
}
