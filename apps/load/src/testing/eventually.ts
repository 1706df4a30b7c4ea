/** Looks until there is something to see; the time limit is that of the test. */
export async function eventually<Seen>(look: () => Promise<Seen | undefined>): Promise<Seen> {
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
