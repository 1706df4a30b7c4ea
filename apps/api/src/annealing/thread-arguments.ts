/**
 * What threads are started with. Piscina loads their code by require() and, where that fails, by import(). A thread that is
 * ended while require() instantiates an ES module takes the whole process with it (V8 aborts: "IsGraphAsync must be used on
 * an instantiated module"), as when the server is stopped while its threads come up; with import() it just ends.
 */
export const THREAD_ARGUMENTS = ['--no-experimental-require-module'];
