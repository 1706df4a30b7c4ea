import './tokens.css';
import './base.css';
import { isProjector, THEMES, type Theme, theme } from './look.ts';

const THEME_LABELS: Readonly<Record<Theme, string>> = { system: 'System', light: 'Light', dark: 'Dark' };

/** Dark or light, and projector mode. */
export function LookSwitches() {
  return (
    <div class="look-switches">
      <label>
        <span class="off-screen">Colours</span>
        <select value={theme} onInput={(event) => (theme.value = event.currentTarget.value as Theme)}>
          {THEMES.map((name) => (
            <option key={name} value={name}>
              {THEME_LABELS[name]}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="projector-switch"
        aria-pressed={isProjector}
        onClick={() => (isProjector.value = !isProjector.value)}
      >
        Projector
      </button>
    </div>
  );
}
