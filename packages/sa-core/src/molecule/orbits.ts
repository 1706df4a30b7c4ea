/** A partition of atoms into orbits, as union-find: the parent of each atom, roots being their own. */
export type Orbits = Uint16Array;

export function resetOrbits(orbits: Orbits): void {
  for (let atom = 0; atom < orbits.length; atom++) orbits[atom] = atom;
}

/** The atom that stands for the orbit. Halves the path on the way. */
export function orbitOf(orbits: Orbits, atom: number): number {
  let at = atom;
  while (orbits[at] !== at) {
    const grandparent = orbits[orbits[at]!]!;
    orbits[at] = grandparent;
    at = grandparent;
  }
  return at;
}

export function uniteOrbits(orbits: Orbits, a: number, b: number): void {
  const rootA = orbitOf(orbits, a);
  const rootB = orbitOf(orbits, b);
  if (rootA < rootB) orbits[rootB] = rootA;
  else orbits[rootA] = rootB;
}

/** Adds a permutation of the atoms to the group whose orbits these are. */
export function uniteByPermutation(orbits: Orbits, images: Uint16Array): void {
  for (let atom = 0; atom < images.length; atom++) {
    if (images[atom] !== atom) uniteOrbits(orbits, atom, images[atom]!);
  }
}

/** Whether the atom at `index` of a list shares its orbit with an earlier one. */
export function isCovered(orbits: Orbits, atoms: Uint16Array, start: number, index: number): boolean {
  const orbit = orbitOf(orbits, atoms[index]!);
  for (let earlier = start; earlier < index; earlier++) {
    if (orbitOf(orbits, atoms[earlier]!) === orbit) return true;
  }
  return false;
}
