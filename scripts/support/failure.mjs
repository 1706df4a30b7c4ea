/** Something that a person can mend: its message is all that is shown, a stack would only hide it. */
export class Failure extends Error {}

/** Runs a script's main function; what it returns becomes the exit code. */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
