import { type Annealing, type Configuration, prepareAnnealing } from '@webfaulon/sa-core';
import { BestIsomers } from '../annealing/best-isomers.ts';
import { type LoadedComponents, loadComponents } from '../annealing/components.ts';
import { runMany } from '../annealing/many-runs.ts';
import type { RunOutcome } from '../annealing/run-outcome.ts';
import { runOnce } from '../annealing/single-run.ts';
import { formatOf } from '../options/shared-options.ts';
import { writeAnnealReport } from '../output/anneal-report.ts';
import { ProgressBar } from '../progress/progress-bar.ts';
import { grouped } from '../progress/progress-line.ts';
import type { Surroundings } from '../surroundings.ts';
import type { AnnealOptions } from './anneal-options.ts';

const TOP_OF_SEVERAL = 10;

/**
 * Anneals, and writes what came of it: also when it is interrupted.
 *
 * @param fields of the configuration, as the options give them
 * @throws {CliError} about a score module
 * @throws {SaCoreError} about the configuration, or from a run
 */
export async function annealCommand(
  formula: string,
  fields: Readonly<Record<string, unknown>>,
  options: AnnealOptions,
  surroundings: Surroundings,
): Promise<void> {
  const loaded = await loadComponents(options.scoreModule ?? [], surroundings.workingDirectory);
  const configuration = { ...ownWeights(loaded), ...fields, formula };
  const annealing = prepareAnnealing(configuration, loaded.components);
  const { top } = options;
  const isSingle = options.runs === 1;
  const best = new BestIsomers(annealing, top ?? (isSingle ? 1 : TOP_OF_SEVERAL));
  const begun = performance.now();
  const runs = isSingle
    ? [await single(annealing, best, options, surroundings)]
    : await several(configuration, annealing, best, loaded, options, surroundings);
  const seconds = (performance.now() - begun) / 1000;
  const steps = runs.reduce((sum, run) => sum + run.steps, 0);

  if (surroundings.interruption.aborted) surroundings.notify(whatIsLeft(runs, annealing, options));
  const report = {
    formula: annealing.configuration.formula,
    direction: annealing.configuration.optimization_mode,
    runs,
    isSingle,
    isomers: best.ranked(),
    tellsIsomers: top !== undefined,
    stepsPerSecond: runs[0]?.stepsPerSecond ?? Math.round(steps / seconds),
  };
  await surroundings.writeResult(writeAnnealReport(report, formatOf(options)));
}

/** Who brings scores and weighs none wants to anneal by them. */
function ownWeights({ own }: LoadedComponents): Pick<Configuration, 'component_weights'> {
  return own.length === 0 ? {} : { component_weights: Object.fromEntries(own.map(({ name }) => [name, 1])) };
}

async function single(
  annealing: Annealing,
  best: BestIsomers,
  { discovery, progress }: AnnealOptions,
  { terminal, interruption }: Surroundings,
): Promise<RunOutcome> {
  const { totalSteps, configuration } = annealing;
  const bar = progress ? new ProgressBar(terminal) : undefined;
  try {
    const run = await runOnce(annealing, {
      discover: discovery,
      interruption,
      onProgress: (done) =>
        bar?.show({ subject: configuration.formula, done, total: totalSteps, unit: 'steps' }),
    });
    best.add(run);
    return run.outcome;
  } finally {
    bar?.clear();
  }
}

async function several(
  asked: Configuration,
  annealing: Annealing,
  best: BestIsomers,
  { moduleAddress }: LoadedComponents,
  { runs, threads, discovery, progress }: AnnealOptions,
  { terminal, interruption }: Surroundings,
): Promise<RunOutcome[]> {
  const { totalSteps, configuration } = annealing;
  const bar = progress ? new ProgressBar(terminal) : undefined;
  const told: RunOutcome[] = [];
  const show = (): void =>
    bar?.show({
      subject: `${configuration.formula}, run ${told.length} of ${runs}`,
      done: told.length * totalSteps,
      total: runs * totalSteps,
      unit: 'steps',
    });
  try {
    show();
    for await (const run of runMany(asked, annealing, {
      runs,
      threads,
      moduleAddress,
      discover: discovery,
      interruption,
    })) {
      best.add(run);
      told.push(run.outcome);
      show();
    }
    return told;
  } finally {
    bar?.clear();
  }
}

function whatIsLeft(runs: readonly RunOutcome[], { totalSteps }: Annealing, options: AnnealOptions): string {
  const done =
    options.runs === 1
      ? `${grouped(runs[0]!.steps)} of ${grouped(totalSteps)} steps`
      : `${grouped(runs.length)} of ${grouped(options.runs)} runs`;
  return `Interrupted after ${done}; this is what was found so far.`;
}
