import { lazyPart } from '../lazy-part.tsx';

/** A place for what the page shows of classes, which is no part of the page's first load. */
export const ClassPlace = lazyPart(async () => (await import('../class/class-part.tsx')).ClassPart);
