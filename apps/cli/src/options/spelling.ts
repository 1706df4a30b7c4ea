import { PARAMETERS, type Parameter } from '@webfaulon/protocol';

/** Parameters whose option is called other than the parameter. Of two names the last is the one that texts use. */
const SPELLINGS: Readonly<Record<string, string>> = {
  num_cycles: '--num-cycles, --cycles',
  component_weights: '--score',
  component_targets: '--target',
  filters: '--filter',
  stop_after_steps_without_improvement: '--stop-without-improvement',
};

/** The flags of the option for a parameter of this name, such as "--initial-temp". */
export function flagsOf(name: string): string {
  return SPELLINGS[name] ?? `--${name.replaceAll('_', '-')}`;
}

/** The one flag by which texts speak of the option. */
export function flagOf(name: string): string {
  return flagsOf(name).split(', ').at(-1)!;
}

/** A text about parameters in the words of the command line: names of options, name=number for an object, and a name for a list. */
export function inTermsOfOptions(text: string): string {
  const names = Object.values<Parameter>(PARAMETERS).map(({ name }) => name);
  return names
    .filter((name) => name.includes('_'))
    .reduce((said, name) => said.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), flagOf(name)), text)
    .replaceAll(/\{"(\w+)": ?([\d.]+)\}/g, '$1=$2')
    .replaceAll(/\["([\w-]+)"\]/g, '$1');
}
