/**
 * What threads are started with. Piscina loads their code by require() and, where that fails, by import(). A thread that is
 * ended while require() instantiates an ES module takes the whole process with it (V8 aborts: "IsGraphAsync must be used on
 * an instantiated module"), as when the server is stopped while its threads come up; with import() it just ends.
 */
export const THREAD_ARGUMENTS = ['--no-experimental-require-module'];

/**
 * By how much threads give way to the event loop, which answers before the computing goes on. Not by more: on a machine that is busy
 * with other programs too, a thread at 10 gets a tenth of what each of those does, and sessions wait for tens of seconds.
 */
export const NICENESS = 4;
