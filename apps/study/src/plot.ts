import type { StudyResults } from './results.ts';
export const renderPlot = (r: StudyResults) => JSON.stringify(r).slice(0,100);
