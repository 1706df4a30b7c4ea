import { churn } from './churn.ts';
import { classroom } from './classroom.ts';
import { crowd } from './crowd.ts';
import { farm } from './farm.ts';
import { lecture } from './lecture.ts';
import { mixed } from './mixed.ts';
import type { Scenario } from './scenario.ts';
import { slowReaders } from './slow-readers.ts';

export const SCENARIOS: readonly Scenario[] = [classroom, lecture, farm, crowd, mixed, slowReaders, churn];
