/** A component as a user writes one: the sum, over the bonds, of the differences between the degrees of their ends. */
export const component = {
  name: 'irregularity',
  version: 1,
  description: 'Albertson index: sum of |d - d′| over the bonds between heavy atoms',
  unit: '1',
  resolution: 1,
  score: ({ degrees, neighbours }) => {
    let sum = 0;
    for (let x = 0; x < degrees.length; x++) {
      for (let k = 0; k < degrees[x]; k++) {
        const y = neighbours[4 * x + k];
        if (y > x) sum += Math.abs(degrees[x] - degrees[y]);
      }
    }
    return sum;
  },
};
