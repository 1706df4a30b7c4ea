import {
  DEFAULT_CONFIGURATION,
  MAX_TARGET,
  RESTART_NAMES,
  SCHEDULE_NAMES,
  STRUCTURAL_RULES,
} from '@webfaulon/sa-core';

/** What every parameter tells a person: the page's labels, the API's descriptions and its error messages come from it. */
interface ParameterText {
  /** The field's name on the wire. */
  readonly name: string;
  readonly label: string;
  /** The unit of the value; null where it has none. */
  readonly unit: string | null;
  /** One or two sentences for a second-year student. */
  readonly help: string;
}

export interface TextParameter extends ParameterText {
  readonly kind: 'text';
  readonly maxLength: number;
  /** What the text has to be, ending the sentence "… must be". */
  readonly form: string;
  /** A value that is valid. */
  readonly example: string;
  /** Undefined where the field is required. */
  readonly default: string | undefined;
}

export interface NumberParameter extends ParameterText {
  readonly kind: 'number';
  readonly integer: boolean;
  /** The value must be greater than this. */
  readonly above?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** What null stands for; null is a value only where this is said. */
  readonly nullMeans?: string;
  readonly default: number | null;
}

export interface ChoiceParameter extends ParameterText {
  readonly kind: 'choice';
  readonly options: readonly [string, ...string[]];
  readonly default: string;
}

export interface SwitchParameter extends ParameterText {
  readonly kind: 'switch';
  readonly default: boolean;
}

export interface WeightsParameter extends ParameterText {
  readonly kind: 'weights';
  /** The greatest weight that one component can have. */
  readonly maximum: number;
  readonly default: Readonly<Record<string, number>>;
}

/** Numbers by the names of scoring components, none of which has to be named. */
export interface TargetsParameter extends ParameterText {
  readonly kind: 'targets';
  /** The greatest size of a target, on either side of 0. */
  readonly maximum: number;
  readonly default: Readonly<Record<string, number>>;
}

/** Any number of the options, none included. */
export interface ChoicesParameter extends ParameterText {
  readonly kind: 'choices';
  readonly options: readonly string[];
  readonly default: readonly string[];
}

export type Parameter =
  | TextParameter
  | NumberParameter
  | ChoiceParameter
  | SwitchParameter
  | WeightsParameter
  | TargetsParameter
  | ChoicesParameter;

/** Playback is no part of the algorithm, so its default stands here. */
const DEFAULT_STEPS_PER_SECOND = 100;

/**
 * Every parameter of a run, by its name on the wire: the one place where its range, default and explanation stand. The
 * order is that in which a person meets them.
 */
export const PARAMETERS = {
  formula: {
    name: 'formula',
    kind: 'text',
    label: 'Molecular formula',
    unit: null,
    maxLength: 256,
    form: 'element symbols, each with an optional count, such as C10H16 (C6H14, not c6h14)',
    example: 'C10H16',
    default: undefined,
    help: 'The atoms of the molecule. The run walks among its constitutional isomers: the molecules with these atoms that differ in how the atoms are bonded. Elements: C H N O S P F Cl Br I; an element that is repeated adds up.',
  },
  initial_temp: {
    name: 'initial_temp',
    kind: 'number',
    label: 'Initial temperature kT₀',
    unit: 'score',
    integer: false,
    above: 0,
    default: DEFAULT_CONFIGURATION.initial_temp,
    help: 'How much worse a molecule may get in the first step and still be accepted quite often: a change for the worse by kT is accepted with probability 1/e. It is in units of the score and has nothing to do with heat.',
  },
  cooling_schedule_k: {
    name: 'cooling_schedule_k',
    kind: 'number',
    label: 'Cooling rate k',
    unit: null,
    integer: false,
    minimum: 0,
    default: DEFAULT_CONFIGURATION.cooling_schedule_k,
    help: 'How fast the temperature falls in the schedule f_k: 0 keeps it constant, 1 brings it down to the floor over the whole run, 8 over the first eighth of it, which is the best value of the paper.',
  },
  steps_per_cycle: {
    name: 'steps_per_cycle',
    kind: 'number',
    label: 'Steps per cycle',
    unit: 'steps',
    integer: true,
    minimum: 1,
    maximum: Number.MAX_SAFE_INTEGER,
    default: DEFAULT_CONFIGURATION.steps_per_cycle,
    help: 'A step proposes one change of bonds. The run takes steps_per_cycle times num_cycles steps in all; the server has a cap on the product.',
  },
  num_cycles: {
    name: 'num_cycles',
    kind: 'number',
    label: 'Cycles',
    unit: 'cycles',
    integer: true,
    minimum: 1,
    maximum: Number.MAX_SAFE_INTEGER,
    default: DEFAULT_CONFIGURATION.num_cycles,
    help: 'How many cycles the run has. Cycles only divide the run into parts, unless reheat is on: then each begins at the initial temperature again.',
  },
  optimization_mode: {
    name: 'optimization_mode',
    kind: 'choice',
    label: 'Direction',
    unit: null,
    options: ['MINIMIZE', 'MAXIMIZE'],
    default: DEFAULT_CONFIGURATION.optimization_mode,
    help: 'Whether the run looks for the isomer with the lowest or the highest score. The lowest Wiener index belongs to compact, branched or ring-rich molecules, the highest to long chains.',
  },
  component_weights: {
    name: 'component_weights',
    kind: 'weights',
    label: 'Score',
    unit: null,
    maximum: 1e9,
    default: DEFAULT_CONFIGURATION.component_weights,
    help: 'The score is the sum of these components, each times its weight, for example {"wiener_index": 1}. The Wiener index adds up the distances, counted in bonds, between all pairs of heavy atoms.',
  },
  component_targets: {
    name: 'component_targets',
    kind: 'targets',
    label: 'Target values',
    unit: null,
    maximum: MAX_TARGET,
    default: DEFAULT_CONFIGURATION.component_targets,
    help: 'Aims components of the score at a value, for example {"wiener_index": 30}: how far the component is from the value counts instead of the component itself. Minimised, the run looks for a molecule with that value. Only components that have a weight can be aimed.',
  },
  seed: {
    name: 'seed',
    kind: 'number',
    label: 'Seed',
    unit: null,
    integer: true,
    minimum: Number.MIN_SAFE_INTEGER,
    maximum: Number.MAX_SAFE_INTEGER,
    default: DEFAULT_CONFIGURATION.seed,
    help: 'Where the random numbers start. The same parameters with the same seed give the same run, step for step, on every machine; another seed gives another run.',
  },
  steps_per_second: {
    name: 'steps_per_second',
    kind: 'number',
    label: 'Speed',
    unit: 'steps per second',
    integer: false,
    minimum: 0.1,
    maximum: 1000,
    nullMeans: 'as fast as possible',
    default: DEFAULT_STEPS_PER_SECOND,
    help: 'How fast the run is shown. It changes nothing about what happens in the run.',
  },
  min_temp: {
    name: 'min_temp',
    kind: 'number',
    label: 'Lowest temperature',
    unit: 'score',
    integer: false,
    minimum: 0,
    nullMeans: 'a floor that fits the score',
    default: DEFAULT_CONFIGURATION.min_temp,
    help: 'The temperature does not fall below this. Without a floor a run freezes in the first good molecule it meets; null takes half of the smallest difference that the score can show (0.5 for the Wiener index), at most the initial temperature.',
  },
  reheat: {
    name: 'reheat',
    kind: 'switch',
    label: 'Reheat each cycle',
    unit: null,
    default: DEFAULT_CONFIGURATION.reheat,
    help: 'Off: the temperature falls once, over the whole run. On: each cycle starts at the initial temperature and cools down anew.',
  },
  proposal: {
    name: 'proposal',
    kind: 'choice',
    label: 'Proposal',
    unit: null,
    options: ['bonds', 'atoms', 'fixed-hydrogens'],
    default: DEFAULT_CONFIGURATION.proposal,
    help: 'How a step draws the change it proposes. "bonds" draws bonds and hydrogens that can move, so that most draws change the molecule; "atoms" draws four atoms as the paper of 1996 does, and most of its draws change nothing. "fixed-hydrogens" leaves every hydrogen where it is in the start molecule: for when it is known how many CH3, CH2, CH and C there are, as from DEPT spectra. Give such a start molecule then; of a random one the shuffle, which moves hydrogens, decides.',
  },
  hastings: {
    name: 'hastings',
    kind: 'switch',
    label: 'Hastings correction',
    unit: null,
    default: DEFAULT_CONFIGURATION.hastings,
    help: 'On: the acceptance makes up for double and triple bonds, which "bonds" and "fixed-hydrogens" draw more often than single ones, so that at a constant temperature each molecule is met exactly as often as its score and its symmetry say. It matters for statistics, hardly for finding the best molecule. It has no effect on "atoms", which needs no correction.',
  },
  initial: {
    name: 'initial',
    kind: 'text',
    label: 'Start molecule',
    unit: null,
    maxLength: 2000,
    form: '"random", "chain" or a SMILES of the formula',
    example: 'random',
    default: DEFAULT_CONFIGURATION.initial,
    help: 'Where the walk starts: "random" is a molecule shuffled with the seed, "chain" the longest chain that the formula allows, and anything else is read as the SMILES of an isomer of the formula.',
  },
  schedule: {
    name: 'schedule',
    kind: 'choice',
    label: 'Annealing schedule',
    unit: null,
    options: SCHEDULE_NAMES,
    default: DEFAULT_CONFIGURATION.schedule,
    help: 'How the temperature falls. "f_k" goes down in a straight line, k times as fast as the run is long; "geometric" by the same factor each step, to the floor at the end; "constant" stays at the initial temperature. "automatic" is f_k with temperatures that fit the score: a short walk before the run finds them, and initial_temp and min_temp are not used.',
  },
  restart: {
    name: 'restart',
    kind: 'choice',
    label: 'Restart each cycle',
    unit: null,
    options: RESTART_NAMES,
    default: DEFAULT_CONFIGURATION.restart,
    help: 'Where each cycle after the first begins: "none" goes on from where the last one ended, "random" from a new molecule shuffled with the seed, "best" from the best molecule so far. The best of all cycles is kept. "random" does not go with the proposal "fixed-hydrogens", whose hydrogens have to stay. Restarts go well with reheat.',
  },
  stop_at_score: {
    name: 'stop_at_score',
    kind: 'number',
    label: 'Stop at score',
    unit: 'score',
    integer: false,
    nullMeans: 'no target',
    default: DEFAULT_CONFIGURATION.stop_at_score,
    help: 'The run ends early, after the first step with a best score as good as this: at most this when minimising, at least this when maximising.',
  },
  stop_after_steps_without_improvement: {
    name: 'stop_after_steps_without_improvement',
    kind: 'number',
    label: 'Stop without improvement',
    unit: 'steps',
    integer: true,
    minimum: 1,
    maximum: Number.MAX_SAFE_INTEGER,
    nullMeans: 'never',
    default: DEFAULT_CONFIGURATION.stop_after_steps_without_improvement,
    help: 'The run ends early when so many steps in a row have brought nothing better than its best molecule.',
  },
  filters: {
    name: 'filters',
    kind: 'choices',
    label: 'Structural filters',
    unit: null,
    options: STRUCTURAL_RULES.map(({ name }) => name),
    default: DEFAULT_CONFIGURATION.filters,
    help: 'Rules that every molecule of the run obeys, for example ["no-peroxides"]: a step to a molecule that breaks one is invalid. docs/filters.md tells what each rule forbids, and which molecules can still be reached.',
  },
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof PARAMETERS;
