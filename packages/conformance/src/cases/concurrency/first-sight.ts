import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { atOnce } from './at-once.js';

export const firstSight = defineCase({
  clause: 'concurrency.joined',
  says: 'A member who is seen for the first time by 64 requests at once joins once, with the chances of one and one invite code.',
  fix: 'Insert the participant with ON CONFLICT DO NOTHING, then lock the row.',
  needs: ['members', 'own'],
  isAlone: true,
  async run(trial) {
    const stage = await trial.own();
    const { token } = await stage.member();
    const answers = await atOnce(trial, () => stage.call('participant.get', { token }));
    const different = answers.find(
      (answer) => answer.ok('participant.get') && answer.text !== answers[0]!.text,
    );
    check(different === undefined, 'the same state for all', answers[0]!, ...(different ? [different] : []));
    const granted = answers[0]!.ok('participant.get').sections.chances?.granted;
    check(granted === undefined || granted === 3, `3 chances granted, not ${granted}`, answers[0]!);
  },
});
