import { type BoardIsomer, finderName } from './board-words.ts';

/** How many isomers a member was the first of the class to find. */
export interface FirstFinds {
  readonly number: number;
  readonly name: string;
  readonly count: number;
}

/** Who found how many first: the most first, and of equals who joined earlier. */
export function firstFinds(isomers: readonly BoardIsomer[]): readonly FirstFinds[] {
  const byNumber = new Map<number, FirstFinds>();
  for (const isomer of isomers) {
    const number = isomer.first_finder_number;
    const count = (byNumber.get(number)?.count ?? 0) + 1;
    byNumber.set(number, { number, name: finderName(isomer), count });
  }
  return [...byNumber.values()].sort((a, b) => b.count - a.count || a.number - b.number);
}

/** What a member was the first to find, newest first. */
export function firstsOf(isomers: readonly BoardIsomer[], number: number): readonly BoardIsomer[] {
  return isomers.filter((isomer) => isomer.first_finder_number === number).reverse();
}
