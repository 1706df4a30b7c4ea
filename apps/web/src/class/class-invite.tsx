import { useComputed, useSignal } from '@preact/signals';
import { CopyButton } from '../molecule/copy-button.tsx';
import { isOnlyHere, pageAddress, writeClassAddress } from './class-address.ts';
import { QrCode } from './qr-code.tsx';

/** How to join: a QR code, a link, and a short code to be typed. The address is the one under which this page was opened. */
export function ClassInvite({ code }: { readonly code: string }) {
  const link = useComputed(() => writeClassAddress(location.href, { kind: 'invitation', code }));
  const isLarge = useSignal(false);
  return (
    <aside class="class-invite" data-large={isLarge} aria-label="How to join">
      <QrCode text={link.value} label={`QR code of ${link.value}`} />
      <div class="class-invite-words">
        <p>Scan it, or open</p>
        <p class="class-invite-address">
          <a href={link.value} target="_blank" rel="noreferrer">
            {pageAddress(link.value).replace(/^https?:\/\//, '')}
          </a>
        </p>
        <p>and type the code</p>
        <p class="class-invite-code">
          <strong>{code}</strong>
        </p>
        <p class="class-buttons">
          <CopyButton text={link} label="Copy link" />
          <button
            type="button"
            class="button-quiet"
            aria-pressed={isLarge}
            onClick={() => (isLarge.value = !isLarge.value)}
          >
            {isLarge.value ? 'Smaller' : 'Larger'}
          </button>
        </p>
      </div>
      {isOnlyHere(link.value) && (
        <p class="class-trouble">
          Only this computer can open {new URL(link.value).hostname}. For others, open the page under its
          address in the network, such as http://192.168.1.20:3000/.
        </p>
      )}
    </aside>
  );
}
