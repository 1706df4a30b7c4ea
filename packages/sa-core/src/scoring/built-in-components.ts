import { balabanIndex } from './balaban-index.ts';
import { firstZagrebIndex } from './first-zagreb-index.ts';
import { hosoyaIndex } from './hosoya-index.ts';
import { hyperWienerIndex } from './hyper-wiener-index.ts';
import { randicIndex } from './randic-index.ts';
import { ringCount } from './ring-count.ts';
import type { ScoringComponent } from './scoring-component.ts';
import { wienerIndex } from './wiener-index.ts';

/** The scoring components that every run may name. */
export const BUILT_IN_COMPONENTS: readonly ScoringComponent[] = [
  wienerIndex,
  hyperWienerIndex,
  balabanIndex,
  randicIndex,
  firstZagrebIndex,
  hosoyaIndex,
  ringCount,
];
