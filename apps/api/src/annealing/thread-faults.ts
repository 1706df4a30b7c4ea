/**
 * How often a task is tried anew whose thread has died or thrown: enough for what comes from outside, such as a machine that is
 * short of memory, and few enough for a bug that meets the same task each time.
 */
export const MAX_RETRIES = 3;

/**
 * A thread that wants more than this ends, and its task is tried anew; one slice takes some megabytes. Node leaves it 16 MB to end
 * in: whoever asked for more than that in one piece would end the process, which the slices, of bounded length, do not.
 */
export const THREAD_LIMITS = { maxOldGenerationSizeMb: 512 } as const;
