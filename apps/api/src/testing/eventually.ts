const INTERVAL_MILLISECONDS = 5;
/** Beyond this something hangs, however busy the machine is with other tests. */
const MAX_WAIT_MILLISECONDS = 40_000;

/** For what the server does at its own time and tells nobody: asks until it holds. */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  what: string,
  milliseconds = MAX_WAIT_MILLISECONDS,
): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`It never came to pass that ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MILLISECONDS));
  }
}
