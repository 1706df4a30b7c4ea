import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { parse } from 'yaml';
import { METRICS, type MetricDescription } from '../metrics/metric-catalogue.ts';
import { headingAnchors } from '../testing/heading-anchors.ts';
import { readQuery } from '../testing/prometheus-query.ts';

const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');

const own = Object.values<MetricDescription>(METRICS);

/** Every name under which samples are stored, whether of our own metrics or of prom-client's. */
function sampleNames(): Set<string> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const others = registry.getMetricsAsArray().map(({ name }) => name);
  const ours = own.flatMap(({ name, type }) =>
    type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
  );
  // What Prometheus says of each server that it reads.
  return new Set([...ours, ...others, 'up']);
}

const NAMES = sampleNames();
const LABELS = new Set(['job', 'instance', 'le', ...own.flatMap(({ labelNames = [] }) => labelNames)]);

function expectSound(expression: string): readonly string[] {
  const { faults, metrics, labels } = readQuery(expression);
  expect(faults).toEqual([]);
  expect(metrics.length).toBeGreaterThan(0);
  expect(metrics.filter((name) => !NAMES.has(name))).toEqual([]);
  expect(labels.filter((name) => !LABELS.has(name))).toEqual([]);
  return metrics;
}

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

describe('the alert rules', () => {
  const { groups } = parse(read('deploy/alerts.yml')) as { groups: readonly { rules: readonly Rule[] }[] };
  const rules = groups.flatMap((group) => group.rules);
  const anchors = headingAnchors(read('docs/runbook.md'));

  test.each(rules)('$alert asks for what there is, and tells where the runbook speaks of it', (rule) => {
    expectSound(rule.expr);
    expect(rule.labels.severity).toMatch(/^(page|ticket)$/);
    expect(rule.annotations.summary).toMatch(/^[A-Z].*\.$/);
    const [file, anchor] = rule.annotations.runbook.split('#');
    expect(file).toBe('docs/runbook.md');
    expect(anchors).toContain(anchor);
  });

  test('each has a name of its own', () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  });

  test('MAX_SESSIONS and METRICS_PORT are there as they say', () => {
    const nearlyFull = rules.find(({ alert }) => alert === 'WebFaulonNearlyFull');
    const [, default_] = /\| `MAX_SESSIONS` \| `(\d+)` \|/.exec(read('README.md')) ?? [];
    expect(nearlyFull?.expr).toContain(`> ${0.9 * Number(default_)}`);
    expect(read('deploy/nginx.conf')).toContain('METRICS_PORT=9464');
  });
});

interface Panel {
  readonly id: number;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string }[];
}

describe('the dashboard', () => {
  const { panels } = JSON.parse(read('deploy/grafana-dashboard.json')) as { panels: readonly Panel[] };
  const expressions = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));

  test.each(expressions)('%s asks for what there is', (expression) => {
    expectSound(expression);
  });

  test('shows every metric of ours', () => {
    const shown = new Set(expressions.flatMap((expression) => readQuery(expression).metrics));
    const missing = own.filter(({ name }) => !shown.has(name) && !shown.has(`${name}_bucket`));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  test('no two panels have one id or one place', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const [i, { gridPos: a }] of panels.entries()) {
      expect(a.x + a.w).toBeLessThanOrEqual(24);
      for (const { gridPos: b } of panels.slice(i + 1)) {
        const overlap = a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
        expect(overlap).toBe(false);
      }
    }
  });
});

test('a query that is none, or that names what there is not, is found out', () => {
  expect(readQuery('rate(webfaulon_steps_total[5m]').faults).not.toEqual([]);
  expect(readQuery('sum by (state) (webfaulon_sessions{job="x"})')).toEqual({
    faults: [],
    metrics: ['webfaulon_sessions'],
    labels: ['state', 'job'],
  });
});
