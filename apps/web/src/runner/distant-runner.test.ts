import { afterAll, describe, expect, it } from '@jest/globals';
import { DistantRunner, type MessageLine, serveRunner } from './distant-runner.ts';
import { LocalRunner } from './local-runner.ts';
import { systemClock } from './runner-clock.ts';
import { describeRunner } from './testing/runner-contract.ts';

const ports: MessagePort[] = [];

/** As a worker's, with all that structured cloning does to a message. */
function lineOf(port: MessagePort): MessageLine {
  ports.push(port);
  port.start();
  return {
    send: (message) => port.postMessage(message),
    receive: (listener) => port.addEventListener('message', ({ data }) => listener(data)),
    close: () => port.close(),
  };
}

function createDistantRunner(): DistantRunner {
  const { port1, port2 } = new MessageChannel();
  const local = new LocalRunner(systemClock);
  serveRunner(local, lineOf(port2));
  const line = lineOf(port1);
  return new DistantRunner('browser', {
    ...line,
    close: () => {
      // What terminating a worker does.
      local.dispose();
      line.close();
    },
  });
}

afterAll(() => {
  for (const port of ports) port.close();
});

describe('a runner at the other end of a line', () => {
  describeRunner(createDistantRunner);

  it('fails what is still asked of it once it is disposed of', async () => {
    const runner = createDistantRunner();
    const refused = expect(runner.configure({ formula: 'C6H14' }, null)).rejects.toMatchObject({
      code: 'disposed',
    });
    runner.dispose();
    await refused;
  });
});
