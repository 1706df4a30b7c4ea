import { describe, expect, test } from '@jest/globals';
import * as saCore from './index.ts';

describe('the package', () => {
  test('exports what other packages build on; leaving one out breaks them', () => {
    expect(Object.keys(saCore).sort()).toEqual(expect.arrayContaining(PUBLIC));
  });

  test('exports nothing by accident', () => {
    expect(Object.keys(saCore).filter((name) => !PUBLIC.includes(name))).toEqual([]);
  });
});

const PUBLIC = `
explainStep formulaOf hillOrder ALGORITHM_VERSION COST_CLASSES balabanIndex createTables firstZagrebIndex hosoyaIndex hyperWienerIndex randicIndex ringCount scoringFaults tablesOf Annealer AskTellAnnealer Discovery RESTART_NAMES SCHEDULE_NAMES createSchedule prepareResolved BUILT_IN_COMPONENTS CHECKPOINT_FORMAT DEFAULT_CONFIGURATION ELEMENT_SYMBOLS MAX_BOND_ORDER
MAX_FORMULA_HEAVY_ATOMS MAX_TARGET MAX_WEIGHT Random SA_CORE_ERRORS STEP_OUTCOMES SaCoreError StepRecorder VALENCES
acceptanceProbability advance anneal annealMany assertCheckpoint assertFeasible automorphismGroupOrder b12Of b21Of b22Of bondOrder
bondOrderSum bondsOf canonicalForm canonicalKekuleSmiles configurationHash createCanonizer createMolecularGraph
createObjective discoveredIsomers enumerateIsomers knownIsomerCount startDiscovery degreeOfUnsaturation energyOf hasValidValences heavyAtomCount heavyElements highestB11 hillFormula
isConnected labelledIsomerOf longestChain lowestB11 molecularGraphOf parseFormula prepareAnnealing readSmiles
reachableParts resolveConfiguration STRUCTURAL_RULES setBondOrder startCheckpoint temperatureAt totalSteps wienerIndex wienerIndexOf writeSmiles
`
  .trim()
  .split(/\s+/);
