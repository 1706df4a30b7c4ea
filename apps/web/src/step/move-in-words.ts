import type { ExplainedStep } from '@webfaulon/protocol/explained-step';

/** What the step tried, in a heading and a sentence or two. */
export interface MoveInWords {
  readonly title: string;
  readonly text: string;
}

const NAMES = { x1: 'x₁', y1: 'y₁', x2: 'x₂', y2: 'y₂' } as const;

export function moveInWords({
  kind,
  displacement,
}: Pick<ExplainedStep, 'kind' | 'displacement'>): MoveInWords {
  if (kind === 'hydrogen_shift') {
    return {
      title: 'Hydrogen shift',
      text:
        'The fourth atom y₂ is a hydrogen. The bond x₁–y₁ is to give up one line, with which y₁ binds to x₂; in return ' +
        'the hydrogen moves from x₂ to x₁.',
    };
  }
  if (kind === 'bond_switch') {
    return {
      title: 'Bond switch',
      text: 'Two bonds are to exchange partners: x₁–y₁ and x₂–y₂ give up one line each, x₁–y₂ and x₂–y₁ get one each.',
    };
  }
  if (kind === 'four_atoms' && displacement !== null) {
    const hydrogens = (Object.keys(NAMES) as (keyof typeof NAMES)[])
      .filter((name) => displacement[name].element === 'H')
      .map((name) => NAMES[name]);
    return {
      title: 'Four atoms, drawn at random',
      text: `Any four atoms can be drawn, hydrogens too; here ${hydrogensInWords(hydrogens)}.`,
    };
  }
  return { title: 'No displacement', text: 'No four atoms could be drawn.' };
}

function hydrogensInWords(names: readonly string[]): string {
  if (names.length === 0) return 'none is a hydrogen';
  if (names.length === 1) return `${names[0]} is a hydrogen`;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)} are hydrogens`;
}
