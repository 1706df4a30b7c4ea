/** The valence of each supported element: the sum of the orders of an atom's bonds, hydrogens included. */
export const VALENCES = { H: 1, C: 4, N: 3, O: 2, S: 2, P: 3, F: 1, Cl: 1, Br: 1, I: 1 } as const;

export type ElementSymbol = keyof typeof VALENCES;
export type HeavyElement = Exclude<ElementSymbol, 'H'>;

export const ELEMENT_SYMBOLS = Object.keys(VALENCES) as ElementSymbol[];

export function isElementSymbol(text: string): text is ElementSymbol {
  return Object.hasOwn(VALENCES, text);
}
