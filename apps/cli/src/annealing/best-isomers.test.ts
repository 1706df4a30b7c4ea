import { describe, expect, test } from '@jest/globals';
import { enumerateIsomers, prepareAnnealing, wienerIndex } from '@webfaulon/sa-core';
import fc from 'fast-check';
import { BestIsomers } from './best-isomers.ts';
import type { WatchedRun } from './run-outcome.ts';

const HEPTANES = [...enumerateIsomers('C7H16', { components: [wienerIndex] })].map(
  ({ code, smiles, scores }) => ({
    code,
    smiles,
    score: scores[0]!,
  }),
);

/** A run that met these isomers, each as often as its place says. */
function runThatMet(places: readonly number[], sign: 1 | -1, isWatched = true): WatchedRun {
  const met = places.map((place) => HEPTANES[place]!);
  const best = met.reduce((a, b) => (sign * (b.score - a.score) < 0 ? b : a));
  return {
    outcome: {
      formula: 'C7H16',
      seed: 1,
      steps: 10,
      initialEnergy: met[0]!.score,
      bestEnergy: best.score,
      bestSmiles: best.smiles,
      bestCode: best.code,
      acceptedMoves: 0,
      rejectedMoves: 0,
      invalidMoves: 0,
      disconnectedMoves: 0,
      stepsPerSecond: undefined,
      isomersFound: isWatched ? places.length : undefined,
    },
    isomers: isWatched
      ? {
          codes: met.map(({ code }) => code),
          energies: met.map(({ score }) => score),
          visits: places.map((place) => place + 1),
        }
      : undefined,
  };
}

describe.each(['MINIMIZE', 'MAXIMIZE'] as const)('the best isomers to %s', (optimization_mode) => {
  const annealing = prepareAnnealing({ formula: 'C7H16', optimization_mode });
  const { sign } = annealing;

  test('are those of all runs, counted in full, whatever was dropped on the way', () => {
    const run = fc.uniqueArray(fc.nat(HEPTANES.length - 1), { minLength: 1 });
    fc.assert(
      fc.property(
        fc.array(run, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (runs, size) => {
          const best = new BestIsomers(annealing, size);
          for (const places of runs) best.add(runThatMet(places, sign));
          const metAt = (place: number): number => runs.flat().indexOf(place);
          const expected = HEPTANES.map((isomer, place) => ({
            ...isomer,
            runs: runs.filter((places) => places.includes(place)).length,
            place,
          }))
            .filter((isomer) => isomer.runs > 0)
            .sort((a, b) => sign * (a.score - b.score) || metAt(a.place) - metAt(b.place))
            .slice(0, size)
            .map((isomer, index) => ({
              rank: index + 1,
              score: isomer.score,
              smiles: isomer.smiles,
              runs: isomer.runs,
              visits: isomer.runs * (isomer.place + 1),
            }));
          expect(best.ranked()).toEqual(expected);
        },
      ),
    );
  });

  test('hold the best of a run that nobody watched', () => {
    const best = new BestIsomers(annealing, 5);
    best.add(runThatMet([0, 3, 5], sign, false));
    expect(best.ranked()).toMatchObject([{ rank: 1, runs: 1, visits: 0 }]);
  });
});
