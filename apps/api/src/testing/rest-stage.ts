import { afterAll } from '@jest/globals';
import supertest from 'supertest';
import { DocumentedAnswers } from './documented-answers.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** What the tests of a file ask, and what they hold the answers to. */
interface RestStage {
  readonly server: TestServer;
  readonly api: ReturnType<typeof supertest>;
  readonly document: DocumentedAnswers;
}

/** A server for all tests of a file, stopped after the last of them. */
export async function raiseRestStage(): Promise<RestStage> {
  const server = await startTestServer();
  afterAll(() => server.stop());
  return { server, api: supertest(server.url), document: await DocumentedAnswers.of(server) };
}
