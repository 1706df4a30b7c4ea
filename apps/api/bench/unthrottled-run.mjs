/**
 * How long the default run takes without a pace, from its start to the end of its stream, on a server that has nothing else to
 * do. Many sessions at once: `npm run load`.
 *
 * node bench/unthrottled-run.mjs [runs]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';

const RUNS = Number(process.argv[2] ?? 50);

const child = spawn(process.execPath, [new URL('../dist/main.js', import.meta.url).pathname], {
  env: { PATH: process.env.PATH, DATA_DIR: 'memory', PORT: '0', LOG_LEVEL: 'info' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const url = await urlOf(child);
  while (!(await fetch(`${url}/readyz`)).ok) await new Promise((resolve) => setTimeout(resolve, 50));
  const milliseconds = [];
  for (let seed = 0; seed < RUNS; seed++) milliseconds.push(await timeRun(url, seed));
  milliseconds.sort((a, b) => a - b);
  const at = (share) => Number(milliseconds[Math.floor(share * (RUNS - 1))].toFixed(1));
  const result = { runs: RUNS, milliseconds: { fastest: at(0), median: at(0.5), slowest: at(1) } };
  console.log(`C10H16, 2,000 steps, unthrottled, from start to complete: ${JSON.stringify(result)}`);
  writeFileSync('bench-results.json', `${JSON.stringify({ node: process.version, result }, null, 2)}\n`);
} finally {
  child.kill('SIGTERM');
}

async function urlOf(server) {
  let output = '';
  for (;;) {
    const [chunk] = await Promise.race([once(server.stdout, 'data'), once(server, 'exit')]);
    if (!Buffer.isBuffer(chunk)) throw new Error(`The server did not start: ${output}`);
    output += chunk;
    const [, url] = /"url":"(http[^"]+)"/.exec(output) ?? [];
    if (url !== undefined) return url.replace('localhost', '127.0.0.1');
  }
}

/** Milliseconds; the start molecule, which status waits for, is there before. */
async function timeRun(url, seed) {
  const configured = await fetch(`${url}/api/sa/configure`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ formula: 'C10H16', seed, steps_per_second: null }),
  });
  const { session_id: id } = await configured.json();
  await fetch(`${url}/api/sa/${id}/status`);
  const begin = performance.now();
  await fetch(`${url}/api/sa/${id}/start`, { method: 'POST' });
  const stream = await (await fetch(`${url}/api/sa/${id}/stream`)).text();
  const end = performance.now();
  if (!stream.includes('event:complete')) throw new Error(`The run did not complete: ${stream.slice(-500)}`);
  return end - begin;
}
