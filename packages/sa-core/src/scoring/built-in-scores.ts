import { balabanScore } from './balaban-index.ts';
import { firstZagrebScore } from './first-zagreb-index.ts';
import { hosoyaScore } from './hosoya-index.ts';
import { hyperWienerScore } from './hyper-wiener-index.ts';
import { randicScore } from './randic-index.ts';
import { ringCountScore } from './ring-count.ts';
import type { Score } from './scoring-component.ts';
import { wienerScore } from './wiener-index.ts';

/** The scores that every run may weigh: those of {@link BUILT_IN_COMPONENTS}. */
export const BUILT_IN_SCORES: readonly Score[] = [
  wienerScore,
  hyperWienerScore,
  balabanScore,
  randicScore,
  firstZagrebScore,
  hosoyaScore,
  ringCountScore,
];
