import { parser } from '@prometheus-io/lezer-promql';

export interface PrometheusQuery {
  /** What the query's text has that is no PromQL; empty if it is sound. */
  readonly faults: readonly string[];
  readonly metrics: readonly string[];
  readonly labels: readonly string[];
}

/** The metrics and labels that a query of Prometheus speaks of. */
export function readQuery(text: string): PrometheusQuery {
  // Grafana puts a duration in this place.
  const query = text.replaceAll('$__rate_interval', '5m');
  const faults: string[] = [];
  const metrics: string[] = [];
  const labels: string[] = [];
  parser.parse(query).iterate({
    enter: (node) => {
      const part = query.slice(node.from, node.to);
      if (node.type.isError) faults.push(`"${part}" at ${node.from} of ${query}`);
      if (node.name === 'Identifier') metrics.push(part);
      if (node.name === 'LabelName') labels.push(part);
    },
  });
  return { faults, metrics, labels };
}
