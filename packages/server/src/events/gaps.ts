// What never came: holes in the running numbers of pages, less what devices say that they dropped.
import type { EventGaps } from '@fanfare/protocol';
import type { EventHole, EventWindow, Reader } from '../store.js';

/** Holes that are looked at, and pages and holes of one page that are listed. */
const HOLES = 10_000;
const PAGES = 100;
const HOLES_OF_PAGE = 20;

const sizeOf = ({ from, to }: Pick<EventHole, 'from' | 'to'>) => to - from + 1;
const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, one) => total + one, 0);

function addTo(sums: Map<string, number>, key: string, count: number): void {
  sums.set(key, (sums.get(key) ?? 0) + count);
}

function pagesOf(holes: readonly EventHole[]): EventGaps['gaps'] {
  const pages = new Map<string, EventGaps['gaps'][number]>();
  for (const hole of holes) {
    const page = pages.get(hole.pid) ?? { pid: hole.pid, visitor: hole.visitor, missing: 0, holes: [] };
    page.missing += sizeOf(hole);
    page.holes.push({ from: hole.from, to: hole.to });
    pages.set(hole.pid, page);
  }
  return [...pages.values()].sort((a, b) => b.missing - a.missing || (a.pid < b.pid ? -1 : 1));
}

/** Missing and untold, device by device: what one dropped does not explain what another lost. */
function unexplainedOf(missing: ReadonlyMap<string, number>, dropped: ReadonlyMap<string, number>): number {
  return sum([...missing].map(([device, count]) => Math.max(0, count - (dropped.get(device) ?? 0))));
}

/** Reads the report of a window. */
export async function readGaps(reader: Reader, window: EventWindow): Promise<EventGaps> {
  const totals = await reader.eventTotals(window);
  const found = await reader.eventHoles(window, HOLES + 1);
  const drops = await reader.eventDrops(window);
  const holes = found.slice(0, HOLES);
  const missing = new Map<string, number>();
  const dropped = new Map<string, number>();
  const reasons = new Map<string, number>();
  for (const hole of holes) addTo(missing, hole.visitor ?? hole.pid, sizeOf(hole));
  for (const { visitor, reason, count } of drops) {
    addTo(dropped, visitor ?? '', count);
    addTo(reasons, reason, count);
  }
  const pages = pagesOf(holes);
  return {
    ...totals,
    missing: sum(missing.values()),
    dropped: sum(reasons.values()),
    dropped_by_reason: Object.fromEntries(reasons),
    unexplained: unexplainedOf(missing, dropped),
    gaps: pages.slice(0, PAGES).map((page) => ({
      ...page,
      holes: page.holes.sort((a, b) => a.from - b.from).slice(0, HOLES_OF_PAGE),
    })),
    is_complete:
      found.length <= HOLES &&
      pages.length <= PAGES &&
      pages.every((page) => page.holes.length <= HOLES_OF_PAGE),
  };
}
