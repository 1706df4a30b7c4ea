import { config, z } from 'zod';

/**
 * Zod, told never to compile its validators. It would otherwise probe for eval with `new Function`, and a page under a
 * strict Content-Security-Policy would report that as a violation. Every file of this package takes zod from here, so
 * that the setting stands before the first schema is made.
 */
config({ jitless: true });

export { z };
