import { afterAll, beforeAll, describe } from '@jest/globals';
import { systemClock } from './runner-clock.ts';
import { ServerRunner } from './server-runner.ts';
import { ApiServer } from './testing/api-server.ts';
import { describeRunner } from './testing/runner-contract.ts';

let server: ApiServer;

beforeAll(async () => {
  server = await ApiServer.start();
}, 20_000);
afterAll(() => server.kill());

describe('the server runner', () => describeRunner(() => new ServerRunner(server.url, systemClock)));
