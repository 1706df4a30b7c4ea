import { GOLDEN_RUNS, goldenTrace } from './golden-runs.ts';

declare const crypto: { readonly subtle: { digest(name: string, data: Uint8Array): Promise<ArrayBuffer> } };
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/** The golden runs as they are in this very browser, in the form in which they are kept. */
export async function goldenRunsHere(): Promise<Record<string, unknown>> {
  const runs: Record<string, unknown> = {};
  for (const [name, asked] of Object.entries(GOLDEN_RUNS)) {
    const { text, ...run } = goldenTrace(asked);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
    runs[name] = {
      ...run,
      digest: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    };
  }
  return runs;
}
