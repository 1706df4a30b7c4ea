/** A scoring module such as a user writes, plain JavaScript that a worker can import. */
const doubleBonds = {
  name: 'double_bonds',
  version: 1,
  description: 'Number of double bonds',
  unit: '1',
  resolution: 1,
  score: (graph) => graph.bondOrders.filter((order) => order === 2).length / 2,
};

export const components = [doubleBonds];
