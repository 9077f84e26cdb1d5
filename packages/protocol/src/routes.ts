// The one route table: addresses only, so that a page pays for the routes it calls. What a route takes and
// answers stands in contracts.ts under the same name.

export type Method = 'GET' | 'POST' | 'PUT';
/** Who may call: anyone; a participant (guest or member); the host's server; an operator. */
export type Caller = 'public' | 'participant' | 'host' | 'admin';
/** `edge`: public, CDN-cacheable. `private`: `private, no-cache` with an ETag. `none`: `no-store`, stamped with Fanfare-Time. */
export type Caching = 'edge' | 'private' | 'none';

export interface Route<Name extends string = string> {
  name: Name;
  method: Method;
  /** Path below the endpoint; `{activity}` and the like are filled in. */
  path: string;
  caller: Caller;
  caching: Caching;
  /** Whether the call needs an Idempotency-Key. */
  keyed: boolean;
}

const read = <N extends string>(
  name: N,
  path: string,
  caching: Caching,
  caller: Caller = 'public',
): Route<N> => ({
  name,
  method: 'GET',
  path,
  caller,
  caching,
  keyed: false,
});
const act = <N extends string>(
  name: N,
  path: string,
  keyed = true,
  caller: Caller = 'participant',
): Route<N> => ({
  name,
  method: 'POST',
  path,
  caller,
  caching: 'none',
  keyed,
});

const ACTIVITY = '/v1/activities/{activity}';

export const capabilitiesGet = /* @__PURE__ */ read('capabilities.get', '/v1', 'edge');
export const timeGet = /* @__PURE__ */ read('time.get', '/v1/time', 'none');
export const activityGet = /* @__PURE__ */ read('activity.get', ACTIVITY, 'edge');
export const activityLive = /* @__PURE__ */ read('activity.live', `${ACTIVITY}/live`, 'edge');
export const participantGet = /* @__PURE__ */ read(
  'participant.get',
  `${ACTIVITY}/me`,
  'private',
  'participant',
);
export const guestCreate = /* @__PURE__ */ act('guest.create', `${ACTIVITY}/guests`, false, 'public');
export const factRecord = /* @__PURE__ */ act('fact.record', `${ACTIVITY}/facts`, false, 'host');
export const lotteryDraw = /* @__PURE__ */ act('lottery.draw', `${ACTIVITY}/draws`);
export const inviteGet = /* @__PURE__ */ read('invite.get', `${ACTIVITY}/invites/{code}`, 'none');
export const inviteAccept = /* @__PURE__ */ act('invite.accept', `${ACTIVITY}/invites/{code}/accept`);
export const tierClaim = /* @__PURE__ */ act('tier.claim', `${ACTIVITY}/tiers/{tier}/claim`);
export const checkinCreate = /* @__PURE__ */ act('checkin.create', `${ACTIVITY}/check-ins`);
export const taskSubmit = /* @__PURE__ */ act('task.submit', `${ACTIVITY}/tasks/{task}/submissions`);
export const uploadCreate = /* @__PURE__ */ act('upload.create', `${ACTIVITY}/uploads`);
export const shopExchange = /* @__PURE__ */ act('shop.exchange', `${ACTIVITY}/shop/{item}/exchange`);
export const rewardClaim = /* @__PURE__ */ act('reward.claim', `${ACTIVITY}/rewards/{reward}/claim`);
export const fairnessGet = /* @__PURE__ */ read('fairness.get', `${ACTIVITY}/fairness`, 'edge');
export const fairnessLog = /* @__PURE__ */ read('fairness.log', `${ACTIVITY}/fairness/draws`, 'edge');
export const raffleGet = /* @__PURE__ */ read('raffle.get', `${ACTIVITY}/raffles`, 'edge');
export const raffleEntries = /* @__PURE__ */ read(
  'raffle.entries',
  `${ACTIVITY}/raffles/{raffle}/entries`,
  'edge',
);
export const trackBatch = /* @__PURE__ */ act('track.batch', '/v1/events', false, 'public');
export const wechatSign = /* @__PURE__ */ read('wechat.sign', '/v1/wechat/signature', 'none');
export const adminSubmissionsGet = /* @__PURE__ */ read(
  'admin.submissions.get',
  '/v1/admin/activities/{activity}/submissions',
  'none',
  'admin',
);
export const adminSubmissionReview = /* @__PURE__ */ act(
  'admin.submission.review',
  '/v1/admin/activities/{activity}/submissions/{submission}/review',
  false,
  'admin',
);
export const adminFriendsGet = /* @__PURE__ */ read(
  'admin.friends.get',
  '/v1/admin/activities/{activity}/friends',
  'none',
  'admin',
);
export const adminFriendReview = /* @__PURE__ */ act(
  'admin.friend.review',
  '/v1/admin/activities/{activity}/friends/{friend}/review',
  false,
  'admin',
);
export const adminCheckinsGet = /* @__PURE__ */ read(
  'admin.checkins.get',
  '/v1/admin/activities/{activity}/check-ins',
  'none',
  'admin',
);
export const adminCheckinComment = /* @__PURE__ */ act(
  'admin.checkin.comment',
  '/v1/admin/activities/{activity}/participants/{participant}/check-ins/{day}/comment',
  false,
  'admin',
);
export const adminEventsGaps = /* @__PURE__ */ read(
  'admin.events.gaps',
  '/v1/admin/events/gaps',
  'none',
  'admin',
);
export const adminEventsCounts = /* @__PURE__ */ read(
  'admin.events.counts',
  '/v1/admin/events/counts',
  'none',
  'admin',
);
export const adminReportsGet = /* @__PURE__ */ read(
  'admin.reports.get',
  '/v1/admin/activities/{activity}/reports',
  'none',
  'admin',
);
export const adminReceiptGet = /* @__PURE__ */ read(
  'admin.receipt.get',
  '/v1/admin/activities/{activity}/receipts/{receipt}',
  'none',
  'admin',
);
export const adminWinnersGet = /* @__PURE__ */ read(
  'admin.winners.get',
  '/v1/admin/activities/{activity}/winners',
  'none',
  'admin',
);
export const adminActivityGet = /* @__PURE__ */ read(
  'admin.activity.get',
  '/v1/admin/activities/{activity}',
  'none',
  'admin',
);
export const adminActivityPut: Route<'admin.activity.put'> = {
  name: 'admin.activity.put',
  method: 'PUT',
  path: '/v1/admin/activities/{activity}',
  caller: 'admin',
  caching: 'none',
  keyed: false,
};

/** Every route, by name. */
export const routes = {
  'capabilities.get': capabilitiesGet,
  'time.get': timeGet,
  'activity.get': activityGet,
  'activity.live': activityLive,
  'participant.get': participantGet,
  'guest.create': guestCreate,
  'fact.record': factRecord,
  'lottery.draw': lotteryDraw,
  'invite.get': inviteGet,
  'invite.accept': inviteAccept,
  'tier.claim': tierClaim,
  'checkin.create': checkinCreate,
  'task.submit': taskSubmit,
  'upload.create': uploadCreate,
  'shop.exchange': shopExchange,
  'reward.claim': rewardClaim,
  'fairness.get': fairnessGet,
  'fairness.log': fairnessLog,
  'raffle.get': raffleGet,
  'raffle.entries': raffleEntries,
  'track.batch': trackBatch,
  'wechat.sign': wechatSign,
  'admin.submissions.get': adminSubmissionsGet,
  'admin.submission.review': adminSubmissionReview,
  'admin.friends.get': adminFriendsGet,
  'admin.friend.review': adminFriendReview,
  'admin.checkins.get': adminCheckinsGet,
  'admin.checkin.comment': adminCheckinComment,
  'admin.events.gaps': adminEventsGaps,
  'admin.events.counts': adminEventsCounts,
  'admin.reports.get': adminReportsGet,
  'admin.receipt.get': adminReceiptGet,
  'admin.winners.get': adminWinnersGet,
  'admin.activity.get': adminActivityGet,
  'admin.activity.put': adminActivityPut,
} as const;
export type RouteName = keyof typeof routes;

/** The address of a route: `{name}` parts filled in and escaped, query appended. */
export function pathOf(route: Route, params: Record<string, string>, query?: Record<string, string>): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return query ? `${path}?${new URLSearchParams(query)}` : path;
}
