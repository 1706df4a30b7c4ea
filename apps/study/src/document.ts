import type { StudyResults } from './results.ts';
export const renderTables = (r: StudyResults) => JSON.stringify(r).slice(0,100);
export const withTables = (d: string, r: StudyResults) => d + r.seeds;
