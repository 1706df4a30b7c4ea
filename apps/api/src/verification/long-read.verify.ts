import { expect, test } from '@jest/globals';
import { EventStream } from '../testing/event-stream.ts';
import { Nginx } from '../testing/nginx.ts';
import { startTestServer } from '../testing/test-server.ts';
import { extent, IS_SHORT } from './extent.ts';

/** Longer than nginx waits for anything in the example, which is 60 s, or in short form 20. */
const SECONDS = extent(150, 32);
const PACE = 0.1;

test(`a stream of a step every 10 s goes on through nginx for ${SECONDS} s, without a break or a gap`, async () => {
  const server = await startTestServer({ basePath: '/webfaulon' });
  const nginx = await Nginx.start({
    upstreamPort: server.port,
    changes: IS_SHORT ? [['proxy_read_timeout 60s', 'proxy_read_timeout 20s']] : [],
  });
  try {
    const [running, idle] = await Promise.all(
      [1, 2].map(() => server.configure({ formula: 'C6H14', steps_per_second: PACE })),
    );
    await server.act(running!, 'start');
    const [stream, waiting] = await Promise.all(
      [running, idle].map((id) =>
        EventStream.open(`${nginx.url}/webfaulon/api/sa/${id}/stream`, { ca: nginx.certificate }),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
    expect([stream!.isEnded, waiting!.isEnded]).toEqual([false, false]);
    const { steps } = stream!;
    expect(steps).toEqual(Array.from({ length: steps.length }, (_, i) => i + 1));
    expect(steps.length).toBeGreaterThanOrEqual(Math.floor(SECONDS * PACE) - 1);
    expect(waiting!.waitings.length).toBeGreaterThan(SECONDS / 2);
    stream!.close();
    waiting!.close();
  } finally {
    await nginx.stop();
    await server.stop();
  }
});
