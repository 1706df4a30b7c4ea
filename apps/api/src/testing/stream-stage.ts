import { afterAll } from '@jest/globals';
import { SHORT } from './runs.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/**
 * A server for a file of tests, to be called at its top; stopped after the last of them. It has drawn something: the first drawing of
 * a process takes half a second, and is not what these tests are about.
 */
export async function raiseStreamStage(): Promise<TestServer> {
  const server = await startTestServer();
  afterAll(() => server.stop());
  await server.watch(await server.configureAndStart({ ...SHORT, steps_per_second: null }));
  return server;
}
