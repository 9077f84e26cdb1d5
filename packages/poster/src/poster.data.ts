// What the activity knows, as values for a scene's bindings.
import { type Activity, createText, localize } from '@fanfare/core';
import type { PublicActivity } from '@fanfare/protocol';
import { dayKeyAt, daysBetween } from '@fanfare/protocol/day';
import { phaseAt } from '@fanfare/protocol/phase';
import type { PosterConfig } from './poster.config.js';
import { dataText } from './poster.data-text.js';
import { inviteLink } from './poster.link.js';
import type { Answers } from './poster.state.js';
import type { PosterData } from './scene/bind.js';

/**
 * Answers go before what is known of the participant, the host's own values before everything.
 *
 * @param now Unix ms by the activity's clock.
 */
export function dataOf(
  config: PosterConfig,
  activity: Activity | null,
  answers: Answers,
  locale: string,
  now: number,
): PosterData {
  const definition = activity?.definition.value;
  return {
    ...(activity && definition && known(config, activity, definition, locale, now)),
    ...answered(answers),
    ...config.data,
  };
}

const answered = (answers: Answers) =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value));

function known(
  { channel }: PosterConfig,
  activity: Activity,
  definition: PublicActivity,
  locale: string,
  now: number,
): PosterData {
  const t = createText(dataText, locale);
  const { title, zone, schedule, lottery } = definition;
  const { start_at, end_at } = schedule;
  const prize = lottery?.prizes.find(({ kind }) => kind !== 'none');
  const day = daysBetween(dayKeyAt(zone, now), dayKeyAt(zone, Date.parse(start_at)));
  const from = channel || activity.channel.value;
  const participant = activity.participant.value;
  const date = (at: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(Date.parse(at));
  const dayOf = (at: string) => date(at, { month: 'long', day: 'numeric' });
  return {
    title: localize(title, locale),
    subtitle: t('subtitle'),
    benefit: prize ? t('prize', { name: localize(prize.name, locale) }) : t('noPrize'),
    hint: t('hint'),
    brand: t('brand'),
    kicker: t(({ warmup: 'soon', live: 'live', ended: 'over' } as const)[phaseAt(schedule, now)]),
    date:
      day > 0
        ? t('starts', {
            time: date(start_at, {
              month: 'long',
              day: 'numeric',
              hour: '2-digit',
              minute: '2-digit',
              hourCycle: 'h23',
            }),
          })
        : t('until', { from: dayOf(start_at), to: dayOf(end_at) }),
    day: day > 0 ? day : undefined,
    slot: slotOf(zone, now),
    channel: from,
    link: inviteLink(definition, activity.section('invite').value, from),
    nickname: participant?.name,
    avatar: participant?.avatar,
    ...deeds(activity, locale),
  };
}

/** What the participant has done so far, for the recap. */
function deeds(activity: Activity, locale: string): PosterData {
  const won = activity.section('rewards').value?.items[0];
  return {
    draws: activity.section('chances').value?.used,
    friends: activity.section('invite').value?.valid,
    days: activity.section('checkin').value?.days.length,
    prize: won && localize(won.name, locale),
  };
}

/** Part of the day in the activity's zone, for variants. */
function slotOf(zone: string, now: number): string {
  const hour = Number(
    new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(now),
  );
  if (hour < 5 || hour >= 18) return 'evening';
  return hour < 12 ? 'morning' : 'afternoon';
}
