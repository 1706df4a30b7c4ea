import './presets.css';
import { formatCount, formatDuration } from '../format.ts';
import { FormulaText } from '../formula/formula-text.tsx';
import type { Preset } from './preset.ts';
import { PRESETS } from './presets.ts';

/** One tap on a card starts its run. */
export function PresetCards({ onChoose }: { readonly onChoose: (preset: Preset) => void }) {
  return (
    <ul class="preset-cards">
      {PRESETS.map((preset) => (
        <li key={preset.id}>
          <button type="button" class="preset-card" data-preset={preset.id} onClick={() => onChoose(preset)}>
            <span class="preset-formula">
              <FormulaText formula={preset.configuration.formula} />
            </span>
            <span class="preset-title">{preset.title}</span>
            <span class="preset-lesson">{preset.lesson}</span>
            <span class="preset-facts">{factsOf(preset)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function factsOf({ objective, configuration, pace }: Preset): string {
  const steps = (configuration.steps_per_cycle ?? 1) * (configuration.num_cycles ?? 1);
  const duration = pace === null ? '' : `, ${formatDuration(steps / pace)}`;
  return `${objective} · ${formatCount(steps)} steps${duration}`;
}
