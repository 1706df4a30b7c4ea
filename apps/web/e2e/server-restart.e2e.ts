import { describe, expect, it } from '@jest/globals';
import { ApiServer } from '../../../scripts/support/api-server.ts';
import { onPage } from './support/on-page.ts';

/** What Chromium itself writes of a request that finds no server, or a server that knows nothing of the run. */
const FAILED_REQUEST = /^Failed to load resource: /;

describe('a server that is killed and started again in mid-run', () => {
  it('is waited for, the loss of the run is said in words, and another run can be started', async () => {
    let server = await ApiServer.start();
    try {
      await onPage({ url: server.url, forgives: FAILED_REQUEST }, async (screen) => {
        await screen.startPreset('decane');
        await screen.waitForStep(10);
        await server.kill();
        await screen.page.getByText('reconnecting to the server').waitFor();
        // What was seen stays to be seen.
        expect((await screen.steps()).step).toBeGreaterThanOrEqual(10);

        server = await ApiServer.start({ PORT: new URL(server.url).port });
        await screen.page.getByText('the server has lost this run').waitFor();
        await screen.waitForState('failed');
        expect(await screen.textOf('.run-controls [role=alert]')).not.toBe('');

        await screen.press('All presets');
        await screen.startPreset('hexane');
        await screen.fullSpeed();
        await screen.waitForState('complete');
        await screen.page.getByText('computed on the server').waitFor();
      });
    } finally {
      await server.kill();
    }
  });
});
