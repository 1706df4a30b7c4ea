import type { PARAMETERS, ParameterName } from '@webfaulon/protocol/parameters';
import type { Configuration } from '@webfaulon/sa-core';
import type { Pace } from '../runner/runner.ts';

/** The parameters of a run but its pace, which is no part of the run: what the next run is set up to be. */
export type SetupName = Exclude<ParameterName, 'steps_per_second'>;

type ValueOf<N extends SetupName> = (typeof PARAMETERS)[N] extends { kind: 'weights' | 'targets' }
  ? Readonly<Record<string, number>>
  : (typeof PARAMETERS)[N] extends { kind: 'choices' }
    ? readonly string[]
    : (typeof PARAMETERS)[N] extends { kind: 'switch' }
      ? boolean
      : (typeof PARAMETERS)[N] extends { kind: 'number'; nullMeans: string }
        ? number | null
        : (typeof PARAMETERS)[N] extends { kind: 'number' }
          ? number
          : (typeof PARAMETERS)[N] extends { kind: 'choice'; options: readonly (infer Option)[] }
            ? Option
            : string;

/** NaN stands for a text that is no number. */
export type Setup = { readonly [N in SetupName]: ValueOf<N> };

/** A run that is played beside the page's own, step by step, to be compared with it. */
interface Companion {
  readonly name: string;
  /** One sentence on what it shows. */
  readonly remark: string;
  readonly configuration: Configuration;
}

/** A run as a preset, a link or a file brings it. */
export interface RunPlan {
  readonly configuration: Configuration;
  readonly pace: Pace;
  /** What the run is called beside its companions. */
  readonly name?: string;
  readonly remark?: string;
  readonly companions?: readonly Companion[];
}
