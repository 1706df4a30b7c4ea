import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { PROBLEMS } from '@webfaulon/protocol';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { CONFIGURATION_VARIABLES } from '../configuration-variables.ts';
import { METRICS } from '../metrics/metric-catalogue.ts';
import { headingAnchors } from '../testing/heading-anchors.ts';

const ROOT = new URL('../../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const runbook = read('docs/runbook.md');

/** What the server is made of, without its tests. */
const source = readdirSync(new URL('apps/api/src', ROOT), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => read(`apps/api/src/${file.replaceAll('\\', '/')}`))
  .join('\n');

const namedIn = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, name]) => name!)),
];

/** Variables that are not the server's but Node's. */
const OF_NODE = ['NODE_OPTIONS'];

describe.each(['docs/runbook.md', 'docs/metrics.md'])('%s', (path) => {
  const text = read(path);

  test('names metrics that there are', () => {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const names = [
      ...registry.getMetricsAsArray().map(({ name }) => name),
      ...Object.values(METRICS).map(({ name }) => name),
    ];
    const named = namedIn(text, /\b((?:webfaulon|process|nodejs)_[a-z0-9_]+)\b/g);
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('names variables that there are', () => {
    const variables = [...CONFIGURATION_VARIABLES.map(({ name }) => name), ...OF_NODE];
    const named = namedIn(text, /`([A-Z]+(?:_[A-Z]+)+|PORT|HOST|THREADS)(?:=[^`]*)?`/g);
    expect(named.filter((name) => !variables.includes(name))).toEqual([]);
  });
});

describe('the runbook', () => {
  test('quotes lines of the log as they are', () => {
    const messages = namedIn(runbook, /"msg":"([^"…]+?) ?…?"/g);
    expect(messages.length).toBeGreaterThanOrEqual(6);
    for (const message of messages) expect(source).toContain(message);
  });

  test('speaks of every line that the server logs', () => {
    const logged = namedIn(source, /(?:logger|log)\.(?:info|warn|error)\([^'`]*['`]([^'`$]+)/g);
    expect(logged.length).toBeGreaterThanOrEqual(6);
    for (const message of logged) expect(runbook).toContain(`"msg":"${message.trim()}`);
  });

  test('quotes what a server that does not start says', () => {
    const lines = namedIn(runbook, /^\| `([^`]+)` \|/gm);
    expect(lines.length).toBeGreaterThanOrEqual(4);
    for (const part of lines.flatMap((line) => line.split('…')))
      expect(source).toContain(part.replace(/^ /, ''));
  });

  test('names error codes with their status', () => {
    const named = [...runbook.matchAll(/`(\d{3}) (\w+)`/g)].map(([, status, code]) => [code, Number(status)]);
    expect(named.length).toBeGreaterThanOrEqual(5);
    const statuses = new Map(Object.entries(PROBLEMS).map(([code, { status }]) => [code, status]));
    for (const [code, status] of named) expect([code, statuses.get(String(code))]).toEqual([code, status]);
  });

  test('speaks of every alert', () => {
    const alerts = namedIn(read('deploy/alerts.yml'), /- alert: (\w+)/g);
    expect(namedIn(runbook, /\b(WebFaulon[A-Z]\w+)/g).sort()).toEqual(alerts.sort());
  });

  test('has links that lead somewhere', () => {
    const links = namedIn(runbook, /\]\(([^)]+)\)/g);
    for (const link of links) {
      const [file, anchor] = link.split('#');
      const text = file === '' ? runbook : readFileSync(new URL(file!, new URL('docs/', ROOT)), 'utf8');
      if (anchor !== undefined)
        expect([link, headingAnchors(text)]).toEqual([link, expect.arrayContaining([anchor])]);
    }
  });
});
