import { describe, expect, it } from '@jest/globals';
import { ApiServer } from '../../../scripts/support/api-server.ts';
import { onPage } from './support/on-page.ts';

describe('the page under a base path', () => {
  it('loads, computes on the server, draws, and makes links that lead back to it', async () => {
    const server = await ApiServer.start({ BASE_PATH: '/webfaulon' });
    const origin = `http://127.0.0.1:${server.port}`;
    const asked = new Set<string>();
    try {
      // Without a slash at its end, as people type it.
      await onPage({ url: 'about:blank' }, async (screen) => {
        const { page } = screen;
        page.on('request', (request) => asked.add(new URL(request.url()).pathname));
        await page.goto(`${origin}/webfaulon`);
        expect(page.url()).toBe(`${origin}/webfaulon/`);
        await screen.startPreset('hexane');
        await page.getByText('computed on the server').waitFor();
        await screen.fullSpeed();
        await screen.waitForState('complete');
        await screen.waitForDrawing();
        const best = await screen.bestSmiles();
        const link = page.url();
        expect(new URL(link).pathname).toBe('/webfaulon/');
        await page.goto('about:blank');
        await page.goto(link);
        await screen.waitForState('complete');
        expect(await screen.bestSmiles()).toBe(best);
      });
    } finally {
      await server.kill();
    }
    const outside = [...asked].filter((path) => !path.startsWith('/webfaulon'));
    expect(outside).toEqual([]);
    expect([...asked].some((path) => /^\/webfaulon\/api\/sa\/[\w-]+\/stream$/.test(path))).toBe(true);
  });
});
