import { type ReadonlySignal, useSignal } from '@preact/signals';
import { copyText } from './copy-text.ts';

const CONFIRMATION_MILLISECONDS = 1500;

interface CopyButtonProps {
  readonly text: ReadonlySignal<string | null>;
  readonly label: string;
}

export function CopyButton({ text, label }: CopyButtonProps) {
  const isCopied = useSignal(false);
  const copy = async () => {
    if (text.value === null) return;
    isCopied.value = await copyText(text.value);
    setTimeout(() => {
      isCopied.value = false;
    }, CONFIRMATION_MILLISECONDS);
  };
  return (
    <button type="button" class="button-quiet copy-button" onClick={copy}>
      <span aria-live="polite">{isCopied.value ? 'Copied' : label}</span>
    </button>
  );
}
