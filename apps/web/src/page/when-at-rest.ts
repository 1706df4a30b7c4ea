/** Long enough after the first paint that the page is at rest. */
const MILLISECONDS = 1000;

/** Calls back once the page is at rest, for what may be fetched ahead of its use; never on a connection that is to be spared. */
export function whenAtRest(callback: () => void): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData !== true) setTimeout(callback, MILLISECONDS);
}
