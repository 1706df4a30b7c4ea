/** What the words of an explained step mean, each in a sentence or three. */
export const TERMS = {
  score: {
    title: 'score',
    text: 'The number that the run tries to make better, such as the Wiener index: the number of bonds on the shortest way between two atoms, added up over all pairs of atoms, hydrogens left out. It is not an energy and no measure of stability.',
  },
  kT: {
    title: 'kT',
    text: 'The temperature of the run, in units of the score. The higher it is, the more often a worse molecule is accepted. Most runs let it fall step by step.',
  },
  displacement: {
    title: 'displacement',
    text: 'How a step makes another isomer: four atoms x₁, y₁, x₂, y₂ are drawn, and lines of bonds move between them. What x₁–y₁ loses, x₁–y₂ and x₂–y₁ gain, and x₂–y₂ loses, so that every atom keeps its valence.',
  },
  bondOrder: {
    title: 'bond order',
    text: 'The number of lines that join two atoms: 0 for no bond, 1 single, 2 double, 3 triple. Here a is the order before the step and b the order after it; a₁₂ belongs to x₁ and y₂.',
  },
  difference: {
    title: 'Δ',
    text: 'By how much the proposed molecule is worse, in units of the score: above 0 it is worse, below 0 better, whether the run minimises or maximises.',
  },
  criterion: {
    title: 'exp(−Δ/kT)',
    text: 'The Metropolis criterion. A step that is worse by Δ is accepted with the probability p = exp(−Δ/kT): 1 for no difference, and the smaller the larger Δ or the lower kT. To decide, a number u is drawn evenly between 0 and 1; the step is accepted if u is below p.',
  },
  outcome: {
    title: 'accepted, rejected …',
    text: 'Accepted: the proposed molecule becomes the current one. Rejected: it was too much worse. Disconnected: it would fall into pieces. Invalid: nothing could be proposed. In the last three cases the molecule stays.',
  },
} as const;

export type TermName = keyof typeof TERMS;
export const TERM_NAMES = Object.keys(TERMS) as TermName[];
