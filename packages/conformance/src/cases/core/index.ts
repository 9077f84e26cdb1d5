import type { Case } from '../../case.js';
import { activityPublic } from './activity-public.js';
import { activitySecret } from './activity-secret.js';
import { activityUnknown } from './activity-unknown.js';
import { activityVersion } from './activity-version.js';
import { address } from './address.js';
import { addressStrange } from './address-strange.js';
import { adminMatch } from './admin-match.js';
import { bodyLarge } from './body-large.js';
import { bodyMalformed } from './body-malformed.js';
import { bodyType } from './body-type.js';
import { bodyUnknown } from './body-unknown.js';
import { capabilities } from './capabilities.js';
import { corsOrigin } from './cors-origin.js';
import { corsPreflight } from './cors-preflight.js';
import { corsPublic } from './cors-public.js';
import { fact } from './fact.js';
import { factKey } from './fact-key.js';
import { guest } from './guest.js';
import { guestActivity } from './guest-activity.js';
import { guestLink } from './guest-link.js';
import { guestPolicy } from './guest-policy.js';
import { live } from './live.js';
import { meOwn } from './me-own.js';
import { mePrivate } from './me-private.js';
import { meRevision } from './me-revision.js';
import { paused } from './paused.js';
import { problem } from './problem.js';
import { timeCacheable } from './time-cacheable.js';
import { timeNow } from './time-now.js';
import { timeStamp } from './time-stamp.js';
import { tokenAlgorithm } from './token-algorithm.js';
import { tokenAudience } from './token-audience.js';
import { tokenExpiry } from './token-expiry.js';
import { tokenMissing } from './token-missing.js';
import { tokenNone } from './token-none.js';
import { tokenSignature } from './token-signature.js';
import { tokenSubject } from './token-subject.js';

export const core: readonly Case[] = [
  activityPublic,
  activitySecret,
  activityUnknown,
  activityVersion,
  address,
  addressStrange,
  adminMatch,
  bodyLarge,
  bodyMalformed,
  bodyType,
  bodyUnknown,
  capabilities,
  corsOrigin,
  corsPreflight,
  corsPublic,
  factKey,
  fact,
  guestActivity,
  guestLink,
  guestPolicy,
  guest,
  live,
  meOwn,
  mePrivate,
  meRevision,
  paused,
  problem,
  timeCacheable,
  timeNow,
  timeStamp,
  tokenAlgorithm,
  tokenAudience,
  tokenExpiry,
  tokenMissing,
  tokenNone,
  tokenSignature,
  tokenSubject,
];
