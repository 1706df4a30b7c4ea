/**
 * How often a task is tried anew whose thread has died or thrown: enough for what comes from outside, such as a machine that is
 * short of memory, and few enough for a bug that meets the same task each time.
 */
export const MAX_RETRIES = 3;

/** A thread that wants more than this ends, and its task is tried anew; one slice takes some megabytes. */
export const THREAD_LIMITS = { maxOldGenerationSizeMb: 512 } as const;
