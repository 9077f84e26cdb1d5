import type { Caller, CallOptions, Person, Stage } from '../../stage.js';
import { check } from '../../verdict.js';

/** The person's own invite code. */
export async function codeOf(stage: Stage, person: Caller): Promise<string> {
  const { sections, answer } = await stage.me(person);
  check(Boolean(sections.invite?.code), 'section `invite` with a code in `me`', answer);
  return sections.invite!.code;
}

/** Accepts a code. */
export const accept = (stage: Stage, person: Caller, code: string, options: CallOptions = {}) =>
  stage.act('invite.accept', person, { params: { code }, ...options });

/** Claims a tier. */
export const claimTier = (stage: Stage, person: Caller, tier: string, options: CallOptions = {}) =>
  stage.act('tier.claim', person, { params: { tier }, ...options });

/** An inviter whom one friend has accepted. */
export async function inviterWithFriend(stage: Stage): Promise<{ inviter: Person; friend: Person }> {
  const [inviter, friend] = [await stage.member('Ming'), await stage.member('Mei')];
  (await accept(stage, friend, await codeOf(stage, inviter))).ok('invite.accept');
  return { inviter, friend };
}
