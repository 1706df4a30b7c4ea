/** The figures of a Prometheus text: each name with its samples. */
export class ServerMetrics {
  private readonly samples = new Map<string, { readonly labels: string; readonly value: number }[]>();

  constructor(text: string) {
    for (const line of text.split('\n')) {
      const match = /^([a-zA-Z_:][\w:]*)(\{.*\})? (\S+)/.exec(line);
      if (match === null) continue;
      const [, name = '', labels = '', value] = match;
      const present = this.samples.get(name) ?? [];
      present.push({ labels, value: Number(value) });
      this.samples.set(name, present);
    }
  }

  /** The values of a name, one for each combination of labels. */
  values(name: string): number[] {
    return (this.samples.get(name) ?? []).map(({ value }) => value);
  }

  /** All of a name together; undefined where the server does not tell it. */
  sum(name: string): number | undefined {
    const values = this.values(name);
    return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0);
  }

  /** The lowest of a name; undefined where the server does not tell it. */
  lowest(name: string): number | undefined {
    const values = this.values(name);
    return values.length === 0 ? undefined : Math.min(...values);
  }
}

/** What the server tells at /metrics; without figures where it has no such page. */
export async function readMetrics(url: string): Promise<ServerMetrics> {
  const response = await fetch(`${url}/metrics`);
  const text = await response.text();
  return new ServerMetrics(response.ok ? text : '');
}
