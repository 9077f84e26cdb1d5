// Sessions and named moments in one order, each with where it stands at a moment.
import type { ActivityNode, LocalText, Session } from '@fanfare/protocol';

export type Standing = 'over' | 'live' | 'next' | 'upcoming';

/** One line of a schedule. */
export interface Item {
  id: string;
  kind: 'session' | 'node';
  title: LocalText;
  host?: LocalText | undefined;
  /** Unix ms. */
  startAt: number;
  endAt: number;
  url?: string | undefined;
  standing: Standing;
}

/** A named moment has no end; for so long it is what happens now. */
const MOMENT_LASTS_MS = 300_000;

/** Several that begin together are all `next`. */
export function itemsAt(
  { sessions, nodes }: { sessions: readonly Session[]; nodes: readonly ActivityNode[] },
  now: number,
): Item[] {
  const lines = [
    ...sessions.map((session) => ({
      ...session,
      kind: 'session' as const,
      startAt: Date.parse(session.start_at),
      endAt: Date.parse(session.end_at),
    })),
    ...nodes.map((node) => ({
      ...node,
      kind: 'node' as const,
      startAt: Date.parse(node.at),
      endAt: Date.parse(node.at) + MOMENT_LASTS_MS,
    })),
  ].sort((a, b) => a.startAt - b.startAt);
  const next = lines.find(({ startAt }) => startAt > now)?.startAt;
  return lines.map((line) => {
    const ahead = line.startAt === next ? 'next' : 'upcoming';
    const begun = line.endAt > now ? 'live' : 'over';
    return { ...line, standing: line.startAt > now ? ahead : begun };
  });
}
