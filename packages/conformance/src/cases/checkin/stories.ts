import { dayEndsAt } from '@fanfare/protocol';
import { defineCase } from '../../case.js';
import { contains } from '../../contains.js';
import type { Stage } from '../../stage.js';
import type { Story, StoryStep } from '../../story.js';
import type { Trial } from '../../trial.js';
import { check, NotCertified } from '../../verdict.js';
import { checkIn } from './check-in.js';

/** A clock that ticks would leave the last millisecond of a day before it is asked. */
const MARGIN_MS = 5_000;

const momentOf = ({ at }: StoryStep, zone: string): number => {
  const now = Date.parse(at);
  return dayEndsAt(zone, now) - now < MARGIN_MS ? now - MARGIN_MS : now;
};

async function tell(stage: Stage, { name, zone, steps }: Story, { clock }: Trial): Promise<void> {
  const sub = stage.claims().sub;
  for (const [at, step] of steps.entries()) {
    await clock.set(momentOf(step, zone));
    const person = await stage.member(undefined, sub);
    const answer = step.input
      ? await checkIn(stage, person, step.input)
      : await stage.call('participant.get', { token: person.token });
    const where = `at step ${at + 1} (${step.at}) of "${name}"`;
    if (step.refused) {
      check(answer.code === step.refused, `${step.refused} ${where}`, answer);
      continue;
    }
    check(answer.status === 200, `status 200 ${where}`, answer);
    const { sections } = answer.json as { sections: { checkin: object; points: { balance: number } } };
    if (step.checkin)
      check(contains(sections.checkin, step.checkin), `${JSON.stringify(step.checkin)} ${where}`, answer);
    if (step.balance !== undefined)
      check(sections.points.balance === step.balance, `${step.balance} points ${where}`, answer);
  }
}

export const stories = defineCase({
  clause: 'checkin.stories',
  says: 'The stories of `vectors/days.json` come out as told: midnights, daylight saving, leap days, laps, streaks, make-ups and their price.',
  fix: 'Run vectors/days.json in your own tests: each step says the moment, the call and what holds then.',
  needs: ['clock', 'signer', 'own'],
  isAlone: true,
  async run(trial) {
    const { stories = [] } = trial.world.options;
    if (stories.length === 0) throw new NotCertified('the stories of days.json were not given');
    try {
      for (const story of stories) {
        const { zone, schedule, checkin } = story;
        await tell(await trial.own({ zone, schedule, checkin: checkin as never }), story, trial);
      }
    } finally {
      await trial.clock.set(null);
    }
  },
});
