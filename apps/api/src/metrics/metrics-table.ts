import { METRICS, type MetricDescription } from './metric-catalogue.ts';

/** The metrics of our own as a Markdown table, for docs/metrics.md. */
export function metricsTable(): string {
  const rows = Object.values<MetricDescription>(METRICS).map(({ name, type, labelNames, help }) => [
    `\`${name}\``,
    type,
    labelNames?.map((label) => `\`${label}\``).join(', ') ?? '',
    help,
  ]);
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
  return ['| metric | type | labels | meaning |', '|---|---|---|---|', ...lines].join('\n');
}
