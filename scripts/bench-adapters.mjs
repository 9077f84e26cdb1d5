// Fanfare's slots in the referee: one file a suite beside this one, in the shape that the referee's README gives.
const suites = {};
for (const part of ['countdown', 'lottery', 'poster', 'tracking', 'load']) {
  const adapters = await import(`./bench-adapters.${part}.mjs`).catch(() => ({}));
  for (const [suite, list] of Object.entries(adapters)) suites[suite] = [...(suites[suite] ?? []), ...list];
}

export const { size, poster, qr, lottery, countdown, tracking, load } = suites;
