import type { OptimizationMode } from '@webfaulon/sa-core';
import type { RankedIsomer } from '../annealing/best-isomers.ts';
import type { RunOutcome } from '../annealing/run-outcome.ts';
import { grouped } from '../progress/progress-line.ts';
import { csvLine } from './csv.ts';
import { runRecord } from './run-record.ts';
import { sdfRecord } from './sdf.ts';
import { textTable } from './text-table.ts';

/** What `anneal` has to tell. */
export interface AnnealReport {
  readonly formula: string;
  readonly direction: OptimizationMode;
  /** In the order of their seeds; fewer than were asked for where they were cut short. */
  readonly runs: readonly RunOutcome[];
  /** Whether one run was asked for, and its record is told by itself. */
  readonly isSingle: boolean;
  readonly isomers: readonly RankedIsomer[];
  /** Whether the isomers were asked for, beyond the best one of a single run. */
  readonly tellsIsomers: boolean;
  /** Of all threads together. */
  readonly stepsPerSecond: number;
}

export const ANNEAL_FORMATS = ['text', 'json', 'smi', 'sdf', 'csv'] as const;
export type AnnealFormat = (typeof ANNEAL_FORMATS)[number];

export function writeAnnealReport(report: AnnealReport, format: AnnealFormat): string {
  switch (format) {
    case 'text':
      return report.isSingle ? singleText(report) : severalText(report);
    case 'json':
      return `${JSON.stringify(jsonOf(report), null, 2)}\n`;
    case 'smi':
      return report.isomers.map(({ smiles, score }) => `${smiles}\t${score}\n`).join('');
    case 'sdf':
      return report.isomers.map(({ smiles, ...data }) => sdfRecord(smiles, { smiles, ...data })).join('');
    case 'csv':
      return [
        csvLine(['rank', 'score', 'smiles', 'runs', 'visits']),
        ...report.isomers.map(({ rank, score, smiles, runs, visits }) =>
          csvLine([rank, score, smiles, runs, visits]),
        ),
      ].join('');
  }
}

function jsonOf({ formula, runs, isSingle, isomers, tellsIsomers, stepsPerSecond }: AnnealReport): unknown {
  const [first] = runs;
  if (isSingle && first !== undefined) {
    return tellsIsomers ? { ...runRecord(first), isomers } : runRecord(first);
  }
  return { formula, steps_per_second: stepsPerSecond, runs: runs.map(runRecord), isomers };
}

function singleText({
  formula,
  direction,
  runs,
  isomers,
  tellsIsomers,
  stepsPerSecond,
}: AnnealReport): string {
  const run = runs[0]!;
  const lines: [string, string][] = [
    ['formula', formula],
    [
      'best score',
      `${run.bestEnergy} (${direction === 'MINIMIZE' ? 'minimised' : 'maximised'}, from ${run.initialEnergy})`,
    ],
    ['best isomer', run.bestSmiles],
    ['steps', `${grouped(run.steps)} at ${grouped(stepsPerSecond)} a second, seed ${run.seed}`],
    ['moves', movesText(run)],
  ];
  if (run.isomersFound !== undefined)
    lines.push(['isomers', `${grouped(run.isomersFound)} distinct ones met`]);
  const text = lines.map(([name, value]) => `${name.padEnd(11)}  ${value}\n`).join('');
  return tellsIsomers ? `${text}\n${isomerTable(isomers)}` : text;
}

function movesText({ acceptedMoves, rejectedMoves, invalidMoves, disconnectedMoves }: RunOutcome): string {
  return `${grouped(acceptedMoves)} accepted, ${grouped(rejectedMoves)} rejected, ${grouped(invalidMoves)} invalid, ${grouped(disconnectedMoves)} disconnected`;
}

function severalText({ formula, direction, runs, isomers, stepsPerSecond }: AnnealReport): string {
  const best = isomers[0];
  if (best === undefined) return `No run of ${formula} was finished.\n`;
  const successes = runs.filter(({ bestEnergy }) => isSameScore(bestEnergy, best.score)).length;
  const steps = runs.reduce((sum, run) => sum + run.steps, 0);
  const seeds = `${runs[0]!.seed} to ${runs.at(-1)!.seed}`;
  return [
    `${formula}, ${direction === 'MINIMIZE' ? 'minimised' : 'maximised'}: ${grouped(runs.length)} runs, seeds ${seeds}; `,
    `${grouped(steps)} steps at ${grouped(stepsPerSecond)} a second\n`,
    `best score ${best.score}, reached by ${grouped(successes)} of ${grouped(runs.length)} runs\n\n`,
    isomerTable(isomers),
  ].join('');
}

/** Two numberings of one isomer may add its score up in another order, and differ in the last bits. */
function isSameScore(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
}

function isomerTable(isomers: readonly RankedIsomer[]): string {
  return textTable(
    ['rank', 'score', 'runs', 'visits', 'SMILES'],
    isomers.map(({ rank, score, runs, visits, smiles }) => [rank, score, runs, visits, smiles]),
  );
}
