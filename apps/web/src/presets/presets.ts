import type { Preset } from './preset.ts';

/** The formula of aspirin with a score that has many local minima: what the runs of the guided comparison share. */
const ASPIRIN = {
  formula: 'C9H8O4',
  component_weights: { hosoya_z: 1 },
  steps_per_cycle: 8000,
  num_cycles: 1,
  seed: 3,
} as const;

/**
 * Temperatures and lengths are chosen by measurement, so that the last improvement falls in the middle of the run: the
 * test beside this file holds the figures.
 */
export const PRESETS: readonly Preset[] = [
  {
    id: 'hexane',
    title: 'Hexane, step by step',
    objective: 'lowest Wiener index',
    lesson:
      'Five isomers, two steps a second: see how one step moves two bonds, and how often it is refused.',
    configuration: {
      formula: 'C6H14',
      initial: 'chain',
      initial_temp: 6,
      cooling_schedule_k: 1,
      steps_per_cycle: 40,
      num_cycles: 1,
      seed: 1,
    },
    pace: 2,
  },
  {
    id: 'octane',
    title: 'Octane',
    objective: 'lowest Wiener index',
    lesson: 'The chain folds into ever more branched octanes; the best of the 18 is the most compact one.',
    configuration: {
      formula: 'C8H18',
      initial: 'chain',
      initial_temp: 5,
      cooling_schedule_k: 1,
      steps_per_cycle: 300,
      num_cycles: 1,
      seed: 1,
    },
    pace: 10,
  },
  {
    id: 'decane',
    title: 'Decane',
    objective: 'lowest Wiener index',
    lesson: 'Hot, the walk wanders uphill too; as kT falls it does so less and less, and settles.',
    configuration: {
      formula: 'C10H22',
      initial: 'chain',
      initial_temp: 5,
      cooling_schedule_k: 1,
      steps_per_cycle: 400,
      num_cycles: 1,
      seed: 2,
    },
    pace: 20,
  },
  {
    id: 'xylene',
    title: 'The formula of xylene',
    objective: 'highest Wiener index',
    lesson: 'Maximised, rings open and branches straighten: many different chains share the highest score.',
    configuration: {
      formula: 'C8H10',
      optimization_mode: 'MAXIMIZE',
      initial_temp: 20,
      cooling_schedule_k: 1,
      steps_per_cycle: 400,
      num_cycles: 1,
      seed: 1,
    },
    pace: 20,
  },
  {
    id: 'limonene',
    title: 'The formula of limonene',
    objective: 'lowest Wiener index',
    lesson: 'Nearly 25 000 isomers: double bonds turn into rings, and rings grow into cages.',
    configuration: {
      formula: 'C10H16',
      initial_temp: 10,
      cooling_schedule_k: 1,
      steps_per_cycle: 600,
      num_cycles: 1,
      seed: 1,
    },
    pace: 20,
  },
  {
    id: 'naphthalene',
    title: 'The formula of naphthalene',
    objective: 'lowest Wiener index',
    lesson: 'The best score belongs to a strained cage, far from naphthalene: a low score is not stability.',
    configuration: {
      formula: 'C10H8',
      initial_temp: 10,
      cooling_schedule_k: 1,
      steps_per_cycle: 600,
      num_cycles: 1,
      seed: 1,
    },
    pace: 20,
  },
  {
    id: 'glucose',
    title: 'The formula of glucose',
    objective: 'lowest Wiener index',
    lesson:
      'With oxygen: it can stand inside a ring or a chain, or end one as OH. The score does not see the element.',
    configuration: {
      formula: 'C6H12O6',
      initial_temp: 5,
      cooling_schedule_k: 1,
      steps_per_cycle: 600,
      num_cycles: 1,
      seed: 1,
    },
    pace: 20,
  },
  {
    id: 'hot-greedy-annealed',
    title: 'Hot, greedy, annealed',
    objective: 'lowest Hosoya index (ways to choose bonds that do not touch)',
    lesson:
      'Hot never settles, greedy gets stuck. With 50 seeds, annealing found the best score 40 times, greedy 10 times, hot never.',
    name: 'Annealed',
    remark:
      'wanders while it is hot, and settles as kT falls: it leaves the valleys in which greedy is caught.',
    configuration: {
      ...ASPIRIN,
      schedule: 'f_k',
      cooling_schedule_k: 1,
      initial_temp: 5,
    },
    companions: [
      {
        name: 'Hot',
        remark:
          'takes nearly every small step for the worse: it wanders far above the lowest score and never settles.',
        configuration: { ...ASPIRIN, schedule: 'constant', initial_temp: 20 },
      },
      {
        name: 'Greedy',
        remark:
          'takes no step for the worse: it falls fast, and stays in a valley out of which every step goes up.',
        configuration: { ...ASPIRIN, schedule: 'constant', initial_temp: 0.01 },
      },
    ],
    pace: 200,
  },
];
