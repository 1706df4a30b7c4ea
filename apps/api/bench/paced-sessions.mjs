/**
 * Many sessions at 100 steps a second, each with a viewer, against the real server as a process of its own:
 * how fast /health answers meanwhile, and whether every stream keeps its pace. Then one unthrottled run, from start to complete.
 *
 * node bench/paced-sessions.mjs [sessions] [seconds]
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';

const SESSIONS = Number(process.argv[2] ?? 200);
const SECONDS = Number(process.argv[3] ?? 15);
const RAMP_UP_SECONDS = 5;
const PACE = 100;

const server = await startServer();
const agent = new Agent({ keepAlive: true });
try {
  const unthrottled = [];
  for (let i = 0; i < 20; i++) unthrottled.push(await timeUnthrottledRun(i));
  console.log(
    `Default run of 2,000 steps of C10H16, unthrottled, from start to complete: ${spread(unthrottled)} ms`,
  );

  const streams = await Promise.all(Array.from({ length: SESSIONS }, (_, i) => openSession(i)));
  await seconds(RAMP_UP_SECONDS);
  const cpuBefore = await cpuSeconds();
  const counted = streams.map((stream) => stream.last);
  for (const stream of streams) stream.gaps = [];
  const health = [];
  const end = performance.now() + SECONDS * 1000;
  const begin = performance.now();
  while (performance.now() < end) {
    health.push(await timeOf(() => request('GET', '/health')));
    await seconds(0.02);
  }
  const elapsed = (performance.now() - begin) / 1000;
  const cpu = (await cpuSeconds()) - cpuBefore;
  const rates = streams.map((stream, i) => (stream.last - counted[i]) / elapsed).sort((a, b) => a - b);
  const gaps = streams.flatMap((stream) => stream.gaps);
  const lost = streams.reduce((sum, stream) => sum + stream.lost, 0);
  const result = {
    sessions: SESSIONS,
    pace: PACE,
    seconds: SECONDS,
    health_ms: quantiles(health),
    gap_between_arrivals_ms: quantiles(gaps),
    steps_per_second_of_a_stream: {
      slowest: rates[0],
      median: rates[rates.length >> 1],
      fastest: rates.at(-1),
    },
    steps_lost_or_repeated: lost,
    server_cpu_seconds_per_second: cpu / elapsed,
    unthrottled_ms: quantiles(unthrottled),
  };
  console.log(JSON.stringify(result, null, 2));
  writeFileSync('bench-results.json', `${JSON.stringify({ node: process.version, result }, null, 2)}\n`);
} finally {
  server.kill('SIGTERM');
  agent.destroy();
}
process.exit(0);

async function startServer() {
  const child = spawn(process.execPath, [new URL('../dist/main.js', import.meta.url).pathname], {
    env: { DATA_DIR: 'memory', ...process.env, PORT: '0', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((resolve) => {
    child.stdout.on('data', (chunk) => {
      const match = /"url":"([^"]+)"/.exec(chunk.toString());
      if (match) resolve(match[1]);
    });
  });
  child.baseUrl = url.replace('localhost', '127.0.0.1');
  for (;;) {
    const answer = await fetch(`${child.baseUrl}/readyz`);
    if (answer.ok) return child;
    await seconds(0.05);
  }
}

function request(method, path, body) {
  return fetch(server.baseUrl + path, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  }).then((response) => response.json());
}

async function openSession(seed) {
  const { session_id: id } = await request('POST', '/api/sa/configure', {
    formula: 'C10H16',
    seed,
    steps_per_cycle: 5000,
    steps_per_second: PACE,
  });
  const stream = { last: 0, lost: 0, gaps: [] };
  await seconds((RAMP_UP_SECONDS / SESSIONS) * seed * 0.5);
  await request('POST', `/api/sa/${id}/start`);
  let latest = performance.now();
  void watch(id, (chunk) => {
    const now = performance.now();
    stream.gaps.push(now - latest);
    latest = now;
    for (const match of chunk.matchAll(/^id:(\d+)$/gm)) {
      const step = Number(match[1]);
      if (step !== stream.last + 1) stream.lost++;
      stream.last = step;
    }
  });
  return stream;
}

/** Hands on whole lines only, so that no id is cut in two. */
function watch(id, onLines) {
  return new Promise((resolve) => {
    get(`${server.baseUrl}/api/sa/${id}/stream`, { agent: new Agent() }, (response) => {
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        const text = rest + chunk;
        const cut = text.lastIndexOf('\n') + 1;
        rest = text.slice(cut);
        if (cut > 0) onLines(text.slice(0, cut));
      });
      response.on('end', resolve);
      response.on('error', resolve);
    });
  });
}

async function timeUnthrottledRun(seed) {
  const { session_id: id } = await request('POST', '/api/sa/configure', {
    formula: 'C10H16',
    seed,
    steps_per_second: null,
  });
  await request('GET', `/api/sa/${id}/status`);
  const begin = performance.now();
  await request('POST', `/api/sa/${id}/start`);
  await watch(id, () => {});
  return performance.now() - begin;
}

async function cpuSeconds() {
  const { readFile } = await import('node:fs/promises');
  const stat = await readFile(`/proc/${server.pid}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) return Number.NaN;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function timeOf(act) {
  const begin = performance.now();
  await act();
  return performance.now() - begin;
}

function seconds(count) {
  return new Promise((resolve) => setTimeout(resolve, count * 1000));
}

function quantiles(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share) =>
    Number(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1));
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

function spread(values) {
  const { p50, max } = quantiles(values);
  return `median ${p50}, slowest ${max}`;
}
