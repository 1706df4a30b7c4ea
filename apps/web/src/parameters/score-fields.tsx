import { useComputed } from '@preact/signals';
import { PARAMETERS } from '@webfaulon/protocol/parameters';
import { formatScore } from '../format.ts';
import { componentLabel, KNOWN_COMPONENTS, type KnownComponent } from '../objective/known-components.ts';
import { useSetup } from '../setup/setup-context.ts';
import { GOALS, type Goal, goalOf, withComponent, withGoal } from './goal.ts';
import { Help } from './help.tsx';
import { NumberInput } from './number-input.tsx';
import { SEARCH_NAMES } from './parameter-groups.ts';
import { usualRangeFor, usualValue } from './usual-range.ts';

/** What is searched for: the components of the score with their weights, and whether it is to be low, high or near a value. */
export function ScoreFields() {
  const setup = useSetup();
  const goal = useComputed(() => goalOf(setup.setup.value));
  const fault = useComputed(() => {
    const name = SEARCH_NAMES.find((candidate) => setup.faults.value.has(candidate));
    return name === undefined ? null : setup.faults.value.get(name)!;
  });
  const rangeOf = (component: KnownComponent | undefined) =>
    usualRangeFor(component, setup.setup.value.formula);
  const usualOf = (name: string) =>
    usualValue(rangeOf(KNOWN_COMPONENTS.find((component) => component.name === name)));
  const isAimed = goal.value === 'target' || goal.value === 'away';
  return (
    <>
      <div class="field parameter-field">
        <div class="parameter-head">
          <label for="parameter-goal">The score shall be</label>
          <Help about="the goal">
            {PARAMETERS.optimization_mode.help} {PARAMETERS.component_targets.help}
          </Help>
        </div>
        <select
          id="parameter-goal"
          value={goal}
          onInput={(event) =>
            setup.change(withGoal(setup.setup.value, event.currentTarget.value as Goal, usualOf))
          }
        >
          {(Object.keys(GOALS) as Goal[]).map((name) => (
            <option key={name} value={name}>
              {GOALS[name]}
            </option>
          ))}
        </select>
      </div>
      <fieldset class="score-components" aria-describedby="parameter-score-fault">
        <legend>The score is the sum of</legend>
        {KNOWN_COMPONENTS.map((component) => (
          <ComponentFields
            key={component.name}
            component={component}
            isAimed={isAimed}
            range={rangeOf(component)}
            onChoose={(isChosen) =>
              setup.change(withComponent(setup.setup.value, component.name, isChosen, usualOf))
            }
          />
        ))}
      </fieldset>
      <p id="parameter-score-fault" class="field-note" data-fault={fault.value !== null}>
        {fault}
      </p>
    </>
  );
}

interface ComponentFieldsProps {
  readonly component: KnownComponent;
  readonly isAimed: boolean;
  readonly range: ReturnType<typeof usualRangeFor>;
  readonly onChoose: (isChosen: boolean) => void;
}

function ComponentFields({ component, isAimed, range, onChoose }: ComponentFieldsProps) {
  const { name, description, unit } = component;
  const setup = useSetup();
  const { component_weights: weights, component_targets: targets } = setup.setup.value;
  const label = componentLabel(name);
  const weight = weights[name];
  const isChosen = weight !== undefined;
  return (
    <div class="score-component">
      <label class="score-choice">
        <input
          type="checkbox"
          checked={isChosen}
          onInput={(event) => onChoose(event.currentTarget.checked)}
        />
        {label}
      </label>
      {isChosen && (
        <NumberInput
          label="weight"
          value={weight}
          onChange={(value) => setup.set('component_weights', { ...weights, [name]: value ?? 0 })}
        />
      )}
      {isChosen && isAimed && (
        <NumberInput
          label="value"
          value={targets[name] ?? Number.NaN}
          onChange={(value) => setup.set('component_targets', { ...targets, [name]: value })}
        />
      )}
      <Help about={label}>
        {description}
        {range !== null &&
          ` For this formula usually between ${formatScore(range.low)} and ${formatScore(range.high)}${unit === '1' ? '' : ` ${unit}`}.`}
      </Help>
    </div>
  );
}
