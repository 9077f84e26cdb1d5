import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { batchOf, event, sendBatch } from './batch.js';

export const counted = defineCase({
  clause: 'events.counted',
  says: 'What was accepted is counted once in `admin.events.counts`, however often it was sent.',
  fix: 'Count stored rows; a duplicate adds none.',
  needs: ['events', 'own'],
  async run(trial) {
    const stage = await trial.own();
    const name = trial.unique('kit.counted');
    const events = Array.from({ length: 5 }, () => event({ name }));
    const body = batchOf(trial, events, { context: { activity: stage.id } });
    for (let turn = 0; turn < 3; turn++) await sendBatch(trial, body);
    const answer = await stage.call('admin.events.counts', {
      token: trial.world.options.adminKey!,
      query: { project: trial.world.project, activity: stage.id },
    });
    const { items } = answer.ok('admin.events.counts');
    const count = items.filter((item) => item.name === name).reduce((sum, item) => sum + item.count, 0);
    check(count === 5, `5 events of the name "${name}", not ${count}`, answer);
  },
});
