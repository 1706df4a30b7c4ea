import type { HeavyElement } from '@webfaulon/sa-core';

/** Carbon and bonds take the colour of the text around the drawing, so they follow a dark page. */
export const TEXT_COLOUR = 'currentColor';

/**
 * Each heteroatom's colour, beside the one in which OpenChemLib writes it. The hues are the customary ones (Corey,
 * Pauling, Koltun); the lightness is such that each has a contrast of at least 4:1, as WCAG 2.2 defines it, on white as on
 * the near-black #121212.
 */
const HETEROATOM_COLOURS: readonly { element: HeavyElement; legible: string; ocl: string }[] = [
  { element: 'N', legible: '#4a72f5', ocl: 'rgb(48,80,248)' },
  { element: 'O', legible: '#eb2d2d', ocl: 'rgb(255,13,13)' },
  { element: 'F', legible: '#3e8a1c', ocl: 'rgb(144,224,80)' },
  { element: 'Cl', legible: '#0c8c24', ocl: 'rgb(31,240,31)' },
  { element: 'Br', legible: '#c4504b', ocl: 'rgb(166,41,41)' },
  { element: 'I', legible: '#b44bc4', ocl: 'rgb(148,0,148)' },
  { element: 'S', legible: '#8a7a00', ocl: 'rgb(205,205,38)' },
  { element: 'P', legible: '#c26100', ocl: 'rgb(255,128,0)' },
];

const BY_ELEMENT = new Map(HETEROATOM_COLOURS.map(({ element, legible }) => [element, legible]));
const BY_OCL_COLOUR = new Map(HETEROATOM_COLOURS.map(({ ocl, legible }) => [ocl, legible]));

/** The colour of an element's label. */
export function elementColour(element: HeavyElement): string {
  return BY_ELEMENT.get(element) ?? TEXT_COLOUR;
}

/** The legible counterpart of a colour of OpenChemLib's. */
export function legibleColour(oclColour: string): string {
  return BY_OCL_COLOUR.get(oclColour) ?? TEXT_COLOUR;
}
