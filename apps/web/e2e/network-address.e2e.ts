import { networkInterfaces } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { ApiServer } from '../../../scripts/support/api-server.ts';
import { onPage } from './support/on-page.ts';

/** An address under which other machines of a classroom would see this one. */
function networkAddress(): string {
  const found = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  if (found === undefined) throw new Error('This machine has no network address besides 127.0.0.1.');
  return found.address;
}

describe('the page on a network address, over plain HTTP', () => {
  it('runs, draws and copies, though the browser calls such a page insecure', async () => {
    const server = await ApiServer.start({ HOST: '0.0.0.0' });
    const url = `http://${networkAddress()}:${new URL(server.url).port}/`;
    try {
      await onPage({ url }, async (screen) => {
        const { page } = screen;
        expect(
          await page.evaluate(() => [isSecureContext, location.protocol, 'clipboard' in navigator]),
        ).toEqual([false, 'http:', false]);
        await screen.startPreset('hexane');
        await page.getByText('computed on the server').waitFor();
        await screen.fullSpeed();
        await screen.waitForState('complete');
        await screen.waitForDrawing();
        await screen.press('Copy SMILES');
        await page.getByText('Copied', { exact: true }).waitFor();
      });
    } finally {
      await server.kill();
    }
  });
});
