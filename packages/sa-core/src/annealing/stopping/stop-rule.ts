/** How far a run has come, as a stop rule sees it. */
interface RunProgress {
  readonly bestEnergy: number;
  /** The step after which the best molecule was first met; 0 for the start molecule. */
  readonly bestStep: number;
}

/**
 * What may end a run before its last step. A rule judges by steps and scores alone, never by time, so that a run ends at
 * the same step however it is cut into slices.
 */
export interface StopRule {
  /**
   * The step that ends the run if none better is met up to it: at least `bestStep`, and Infinity where the rule does not end
   * the run. Every run has a first step, so an answer of 0 means step 1.
   */
  lastStep(progress: RunProgress): number;
}
