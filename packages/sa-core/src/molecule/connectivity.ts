import { MAX_NEIGHBOURS, type MolecularGraph } from './molecular-graph.ts';

/** Whether a path of bonds joins every pair of heavy atoms. Searches from atom 0; O(n). */
export function isConnected(graph: MolecularGraph): boolean {
  const n = graph.elements.length;
  const reached = new Uint8Array(n);
  const stack = [0];
  reached[0] = 1;
  let count = 1;
  while (stack.length > 0) {
    const x = stack.pop()!;
    for (let k = 0; k < graph.degrees[x]!; k++) {
      const y = graph.neighbours[x * MAX_NEIGHBOURS + k]!;
      if (reached[y] === 0) {
        reached[y] = 1;
        count++;
        stack.push(y);
      }
    }
  }
  return count === n;
}
