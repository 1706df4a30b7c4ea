import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useRun } from '../run/run-context.ts';
import { commandOfKey } from './key-command.ts';

/** Lets keys play the run, and says which. It can be turned off, since software that listens to speech types letters. */
export function Keyboard() {
  const run = useRun();
  const isOn = useSignal(true);

  useEffect(() => {
    const commands = {
      toggle: () => run.toggle(),
      step: () => run.stepBy(1),
      reset: () => run.reset(),
    };
    const listen = (event: KeyboardEvent) => {
      const focus = document.activeElement?.localName ?? 'body';
      const { key, ctrlKey, metaKey, altKey } = event;
      const command = isOn.value ? commandOfKey({ key, ctrlKey, metaKey, altKey, focus }) : null;
      if (command === null) return;
      event.preventDefault();
      void commands[command]();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  return (
    <label class="keyboard detail">
      <input type="checkbox" checked={isOn} onInput={(event) => (isOn.value = event.currentTarget.checked)} />
      Keys: <kbd>space</kbd> run or pause, <kbd>→</kbd> step, <kbd>r</kbd> reset
    </label>
  );
}
