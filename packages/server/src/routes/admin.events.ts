import type { Output } from '@fanfare/protocol';
import { readGaps } from '../events/gaps.js';
import { halfDayBounds } from '../events/half-days.js';
import { answerJson } from '../http/answer.js';
import type { EventWindow } from '../store.js';
import { invalid, timeOf } from './admin.query.js';
import { requireServerKey } from './authorize.js';
import type { Call, Handler } from './call.js';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 62;

/** The project and the window that are asked for, once an operator's key for them was seen. */
async function authorizedWindow(call: Call): Promise<EventWindow> {
  const project = call.query.get('project') ?? '';
  await requireServerKey(call, call.env.keys.admin, project);
  if (!project) invalid('project', 'the name of a project');
  const to = timeOf(call, 'to', call.env.now() + 1);
  const from = timeOf(call, 'from', to - DAY_MS);
  if (!(from < to) || to - from > LONGEST_DAYS * DAY_MS)
    invalid('from', `a time before "to", by at most ${LONGEST_DAYS} days`);
  return { project, from, to };
}

/** Holes in the running numbers of pages. */
export const adminEventsGaps: Handler = async (call) => {
  const window = await authorizedWindow(call);
  const gaps: Output<'admin.events.gaps'> = await call.env.store.read((reader) => readGaps(reader, window));
  return answerJson(gaps);
};

function zoneOf(call: Call): string {
  const zone = call.query.get('zone') ?? 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return invalid('zone', 'an IANA zone such as Asia/Shanghai');
  }
}

/** Events by half-day, name and channel. */
export const adminEventsCounts: Handler = async (call) => {
  const { project, from, to } = await authorizedWindow(call);
  const zone = zoneOf(call);
  const bounds = halfDayBounds(zone, from, to);
  const counts = await call.env.store.read((reader) =>
    reader.eventCounts(project, call.query.get('activity'), bounds),
  );
  const timeAt = (bucket: number) => new Date(bounds[bucket]!).toISOString();
  const answer: Output<'admin.events.counts'> = {
    zone,
    items: counts.map(({ bucket, ...counted }) => ({
      from: timeAt(bucket),
      to: timeAt(bucket + 1),
      ...counted,
    })),
  };
  return answerJson(answer);
};
