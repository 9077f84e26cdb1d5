// "Verify this draw" on a real page, against a backend that can be verified.
import { afterEach, expect, it } from 'vitest';
import { committed, fairBackend } from './lottery.fair';
import { activityOf, closeAll, show, until } from './lottery.page';

afterEach(closeAll);

/** Draws, and asks whether it was fair. */
async function verdictOf(handlers: object) {
  const page = await show({
    activity: activityOf({ definition: { lottery: committed }, handlers: handlers as never }),
  });
  page.button().click();
  const ask = await until(() => page.root.querySelector<HTMLButtonElement>('.proof button'));
  expect(ask.textContent).toBe('Verify this draw');
  ask.click();
  const proof = page.root.querySelector('.proof')!;
  const said = () => proof.querySelector('[role="status"]')!.textContent!;
  await until(() => said() !== '' && said() !== 'Verifying…');
  return { said: said(), canAskAgain: proof.querySelector('button') !== null };
}

it('is proven once the seed is public', async () => {
  const { said } = await verdictOf(fairBackend(true));
  expect(said).toContain('✓ Verified: calculated again from the published seed');
});

it('is true to its commitment while the seed is secret', async () => {
  const { said, canAskAgain } = await verdictOf(fairBackend(false));
  expect(said).toContain('✓ In the public log');
  expect(canAskAgain).toBe(false);
});

it.each<[string, object]>([
  ['another prize', { picked: 'phone', prize: 'phone' }],
  ['another person', { participant_hash: '00' }],
])('is refuted by a log that says %s', async (_, lie) => {
  const { said } = await verdictOf(fairBackend(true, lie));
  expect(said).toContain('✗ This does not fit');
});

it('can be asked again when it could not be looked up', async () => {
  const { said, canAskAgain } = await verdictOf({
    ...fairBackend(true),
    'fairness.log': () => Promise.reject(new Error('gone')),
  });
  expect(said).toContain('cannot be verified right now');
  expect(canAskAgain).toBe(true);
});

it('is not offered where a backend commits to nothing', async () => {
  const page = await show();
  page.button().click();
  await until(() => page.dialog()?.querySelector('.copy'));
  expect(page.root.querySelector('.proof')).toBeNull();
});
