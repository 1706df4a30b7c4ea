import type { Depiction } from './depict.worker.ts';
import type { Depicter } from './depiction-pool.ts';
import { standIn } from './stand-in.ts';

/** The depiction of an isomer if it comes within the time, else the formula: for answers that must not wait. */
export async function depictionWithin(
  depicter: Pick<Depicter, 'get'>,
  isomer: string,
  milliseconds: number,
): Promise<Depiction> {
  let timeout: NodeJS.Timeout | undefined;
  const timer = new Promise<Depiction>((resolve) => {
    timeout = setTimeout(() => resolve(standIn(isomer)), milliseconds);
  });
  const depiction = await Promise.race([depicter.get(isomer), timer]);
  clearTimeout(timeout);
  return depiction;
}
