import { useComputed, useSignal } from '@preact/signals';
import { PRESETS } from '../presets/presets.ts';
import { useSetup } from '../setup/setup-context.ts';
import { useClass } from './class-context.ts';

const MAX_TITLE_LENGTH = 80;
const OWN = 'own';

/** A teacher's way to a class: what its runs are to be, and what it is called. */
export function OpenClassForm() {
  const classes = useClass();
  const setup = useSetup();
  const chosen = useSignal('decane');
  const title = useSignal('');
  const isOpening = useSignal(false);
  const own = useComputed(() => setup.setup.value.formula.trim());
  const hasOwn = useComputed(() => own.value !== '');
  const trouble = useSignal('');
  const submit = async (event: Event) => {
    event.preventDefault();
    const preset = PRESETS.find(({ id }) => id === chosen.value);
    isOpening.value = true;
    const refusal = await classes.open(preset?.configuration ?? setup.setup.value, title.value);
    trouble.value = refusal?.message ?? '';
    isOpening.value = false;
  };
  return (
    <details class="class-card open-class">
      <summary>Open a class</summary>
      <form class="class-form" onSubmit={submit}>
        <p class="class-note">
          You get a link, a code and a QR code to show. Each member runs the same formula with a seed of their
          own, and one board pools what all of them find.
        </p>
        <div class="field">
          <label for="class-run">What the class looks for</label>
          <select
            id="class-run"
            value={chosen}
            onInput={(event) => (chosen.value = event.currentTarget.value)}
          >
            {PRESETS.map(({ id, title: name, objective, configuration: { formula } }) => (
              <option key={id} value={id}>
                {name}: {formula}, {objective}
              </option>
            ))}
            <option value={OWN} disabled={!hasOwn.value}>
              {hasOwn.value
                ? `${own.value}, with the parameters above`
                : 'A formula of your own: fill it in above'}
            </option>
          </select>
        </div>
        <div class="field">
          <label for="class-title">Title, if you like</label>
          <input
            id="class-title"
            type="text"
            value={title}
            maxLength={MAX_TITLE_LENGTH}
            autocomplete="off"
            onInput={(event) => (title.value = event.currentTarget.value)}
          />
        </div>
        <button type="submit" class="button-main" disabled={isOpening}>
          Open the class
        </button>
        <p class="class-trouble" role="alert">
          {trouble}
        </p>
      </form>
    </details>
  );
}
