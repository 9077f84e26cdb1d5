import type { CallOptions, Person, Stage } from '../../stage.js';
import { check } from '../../verdict.js';

/** The person's own invite code. */
export async function codeOf(stage: Stage, person: Person): Promise<string> {
  const { sections, answer } = await stage.me(person);
  check(Boolean(sections.invite?.code), 'section `invite` with a code in `me`', answer);
  return sections.invite!.code;
}

/** Accepts a code. */
export const accept = (stage: Stage, { token }: Person, code: string, options: CallOptions = {}) =>
  stage.call('invite.accept', { params: { code }, token, key: crypto.randomUUID(), body: {}, ...options });

/** Claims a tier. */
export const claimTier = (stage: Stage, { token }: Person, tier: string, options: CallOptions = {}) =>
  stage.call('tier.claim', { params: { tier }, token, key: crypto.randomUUID(), body: {}, ...options });

/** An inviter whom one friend has accepted. */
export async function inviterWithFriend(stage: Stage): Promise<{ inviter: Person; friend: Person }> {
  const [inviter, friend] = [await stage.member('Ming'), await stage.member('Mei')];
  (await accept(stage, friend, await codeOf(stage, inviter))).ok('invite.accept');
  return { inviter, friend };
}
