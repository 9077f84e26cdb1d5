// Cycles in a graph of names.

/** Cycles as the names on them, from the alphabetically first on and back to it. */
export function findCycles(graph: Map<string, string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (name: string, way: string[]) => {
    const at = way.indexOf(name);
    if (at >= 0) {
      const ring = way.slice(at);
      const first = ring.indexOf([...ring].sort()[0] ?? name);
      const turned = [...ring.slice(first), ...ring.slice(0, first)];
      cycles.push([...turned, turned[0] ?? name]);
      return;
    }
    if (done.has(name)) return;
    for (const next of graph.get(name) ?? []) visit(next, [...way, name]);
    done.add(name);
  };
  for (const name of graph.keys()) visit(name, []);
  return cycles;
}
