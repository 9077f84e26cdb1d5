import { defineCase } from '../../case.js';
import { isSameSet } from '../../same-set.js';
import type { Person, Stage } from '../../stage.js';
import type { Trial } from '../../trial.js';
import { Broken, check } from '../../verdict.js';
import { atOnce } from './at-once.js';
import { scarce } from './scarce.js';

const EACH = 3;
const ATTEMPTS = 300;

/** Draws under one key; now and then hangs up before the answer, and asks again. */
async function drawStubbornly(
  stage: Stage,
  person: Person,
  key: string,
  trial: Trial,
  patience: number,
): Promise<string> {
  const unheard = await stage.draw(person, { key, hangUpAfter: patience });
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const answer = await stage.draw(person, { key });
    if (answer.status === 200) return answer.ok('lottery.draw').draw.reward!;
    answer.refused('key_in_progress', 'unavailable', 'rate_limited');
    await trial.clock.until(trial.clock.now() + 100);
  }
  throw new Broken(`an answer under one key within ${ATTEMPTS} attempts`, [unheard]);
}

export const acknowledged = defineCase({
  clause: 'concurrency.acknowledged',
  says: 'When clients hang up in mid-request and ask again with the same key, nothing is lost and nothing is done twice: what was answered stands in `me`, and nothing else does.',
  fix: 'Answer after the commit; save the answer in the same commit.',
  needs: ['members', 'own'],
  features: ['lottery'],
  isAlone: true,
  async run(trial) {
    const stage = await trial.own(scarce(10_000, EACH));
    await atOnce(trial, async (client) => {
      const person = await stage.member();
      const told: string[] = [];
      for (let turn = 0; turn < EACH; turn++)
        told.push(
          await drawStubbornly(stage, person, trial.unique('key'), trial, 1 + ((client + turn) % 12)),
        );
      const { sections, answer } = await stage.me(person);
      const kept = sections.rewards!.items.map(({ id }) => id);
      check(isSameSet(told, kept), `the ${told.length} rewards that were answered, and no other`, answer);
      check(sections.chances!.used === EACH, `${EACH} chances used`, answer);
    });
  },
});
