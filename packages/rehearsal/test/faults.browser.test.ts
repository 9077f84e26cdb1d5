// Each fault, in the widget's own words.
import { afterEach, describe, expect, it } from 'vitest';
import type { FaultName } from '../src/index.js';
import { rehearse } from './rehearsal.page.js';
import { leave, stage } from './stage.page.js';

afterEach(leave);

/** On stage and ready; then something goes wrong. */
async function withFault(fault: FaultName, hurry: number, widget: 'lottery' | 'checkin' = 'lottery') {
  const rehearsal = rehearse({ clock: 'live' });
  const page = stage(rehearsal, { widgets: [widget], hurry });
  await expect.poll(() => page.root(widget).querySelector('.go[aria-disabled="false"]')).not.toBeNull();
  await rehearsal.setFaults([fault]);
  return { rehearsal, ...page };
}

describe('the wheel says', () => {
  it('that luck is on its way while the network is slow, and then the result', async () => {
    const { tap, says, root } = await withFault('slow', 1);
    await tap('lottery', '.go');
    await says('lottery', 'Luck is on its way…');
    await expect.poll(() => root('lottery').querySelector('dialog')).not.toBeNull();
  });

  it.each(['timeout', 'error'] as const)(
    'that the chance is safe after %s, and draws once when it is over',
    async (fault) => {
      const { tap, says, root, rehearsal } = await withFault(fault, 200);
      await tap('lottery', '.go');
      await says('lottery', 'No answer yet. Your chance is safe.');
      await rehearsal.setFaults([]);
      await tap('lottery', '.is-failed .main');
      await expect.poll(() => root('lottery').querySelector('dialog')).not.toBeNull();
      expect((await rehearsal.exportState()).stored.draws).toHaveLength(1);
    },
  );

  it('that nothing is left when the pool is empty', async () => {
    const { says } = await withFault('pool-empty', 1);
    await says('lottery', 'All prizes have been won');
  });

  it('that this looked unusual when it was blocked', async () => {
    const { tap, says } = await withFault('blocked', 1);
    await tap('lottery', '.go');
    await says('lottery', 'This looked unusual to us.');
  });
});

it('check-in keeps a tap that was made offline, and hands it in afterwards', async () => {
  const { tap, says, root, rehearsal } = await withFault('offline', 200, 'checkin');
  await tap('checkin', '.go');
  await says('checkin', 'You are offline: not checked in yet.');
  await rehearsal.setFaults([]);
  window.dispatchEvent(new Event('online'));
  await expect.poll(() => root('checkin').querySelector('.go.is-done')).not.toBeNull();
});

it('an activity that cannot be loaded says so, with a way to try again', async () => {
  const rehearsal = rehearse({ clock: 'live', faults: ['error'] });
  const { says, tap } = stage(rehearsal, { widgets: ['lottery'], hurry: 200 });
  await says('lottery', 'It is crowded here.');
  await rehearsal.setFaults([]);
  await tap('lottery', 'button');
  await says('lottery', 'chances left');
});
