import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type QrPath, qrPath } from './qr-path.ts';

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

/** A QR code, dark on white whatever the colours of the page: cameras want it so. */
export function QrCode({ text, label }: QrCodeProps) {
  const path = useSignal<QrPath | null>(null);
  useEffect(() => {
    // Only who opens a class needs the encoder.
    import('uqr').then(
      ({ encode }) => {
        path.value = qrPath(encode(text, { border: 0, ecc: 'M' }).data);
      },
      () => {
        // Beside it stand the link and the code, which say the same.
        path.value = null;
      },
    );
  }, [text]);
  const size = path.value?.size ?? 1;
  return (
    <svg
      class="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path class="qr-light" d={`M0 0h${size}v${size}H0z`} />
      <path class="qr-dark" d={path.value?.d ?? ''} />
    </svg>
  );
}
