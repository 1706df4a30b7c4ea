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
