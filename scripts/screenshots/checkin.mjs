// Every state of checking in.

/** Checks in on these days of January, as the person of the picture. */
const on =
  (/** @type {number[]} */ ...days) =>
  async (/** @type {import('./stage.mjs').Stage} */ stage) => {
    for (const day of days) {
      await stage.moveTo(`2027-01-${String(day).padStart(2, '0')}T08:00:00+08:00`);
      await stage.act('check-ins');
    }
  };
const show = '2027-01-05T20:00:00+08:00';
/** @type {(work: (stage: import('./stage.mjs').Stage) => Promise<unknown>, at?: string) => (stage: import('./stage.mjs').Stage) => Promise<unknown>} */
const then =
  (work, at = show) =>
  async (stage) => {
    await work(stage);
    await stage.moveTo(at);
  };
/** @param {{ widget: import('playwright').Locator }} seen */
const go = ({ widget }) => widget.locator('[part=button]').click();
/** @param {string} name */
const openTool =
  (name) =>
  (/** @type {{ widget: import('playwright').Locator }} */ { widget }) =>
    widget.locator(`[data-opens=${name}]`).click();

/** @type {import('./stage.mjs').Shot[]} */
export const checkinShots = [
  { name: 'checkin-ready', of: 'checkin', before: then(on(3, 4)) },
  { name: 'checkin', of: 'checkin', isBest: true, before: then(on(1, 2, 4)), after: go },
  { name: 'checkin-dark', of: 'checkin', isDark: true, before: then(on(1, 2, 4)), after: go },
  { name: 'checkin-320', of: 'checkin', width: 320, before: then(on(1, 2, 4)), after: go },
  { name: 'checkin-1280', of: 'checkin', width: 1280, before: then(on(1, 2, 4)), after: go },
  { name: 'checkin-warmup', of: 'checkin', at: '2026-12-29T08:00:00+08:00' },
  { name: 'checkin-ended', of: 'checkin', before: then(on(1, 2), '2027-01-12T08:00:00+08:00') },
  {
    name: 'checkin-paused',
    of: 'checkin',
    definition: (definition) => {
      definition.paused = ['checkin'];
    },
  },
  {
    name: 'checkin-signed-out',
    of: 'checkin',
    isGuest: true,
    definition: (definition) => {
      definition.guests = 'view';
    },
  },
  { name: 'checkin-broken', of: 'checkin', before: then(on(1, 2)) },
  {
    name: 'checkin-group',
    of: 'checkin',
    isBest: true,
    query: '&channel_id=wechat-group',
    before: then(on(3, 4)),
    after: go,
  },
  {
    name: 'checkin-21',
    of: 'checkin',
    definition: (definition) => {
      definition.checkin.lap_days = 21;
    },
    before: then(on(1, 2, 4)),
  },
  {
    name: 'checkin-14',
    of: 'checkin',
    definition: (definition) => {
      definition.checkin.lap_days = 14;
    },
    before: then(on(1, 2, 4)),
  },
  { name: 'checkin-month', of: 'checkin', isBest: true, before: then(on(1, 2, 4)), after: openTool('month') },
  {
    name: 'checkin-make-up',
    of: 'checkin',
    before: then(on(1, 2)),
    after: ({ widget }) => widget.locator('.station.is-missed button').first().click(),
  },
  {
    name: 'checkin-lap-end',
    of: 'checkin',
    before: then(on(1, 2, 3, 4, 5, 6, 7), '2027-01-07T20:00:00+08:00'),
  },
  {
    name: 'checkin-second-lap',
    of: 'checkin',
    before: then(on(1, 2, 3, 4, 5, 6, 7, 8), '2027-01-09T20:00:00+08:00'),
  },
  {
    name: 'checkin-mall',
    of: 'checkin',
    isBest: true,
    before: then(async (stage) => {
      await on(1, 2, 3)(stage);
      await stage.bring(1);
      await stage.act('tiers/invite-1/claim');
    }),
    after: ({ widget }) => widget.locator('[part=points]').click(),
  },
  {
    name: 'checkin-exchange',
    of: 'checkin',
    before: then(async (stage) => {
      await stage.bring(1);
      await stage.act('tiers/invite-1/claim');
    }),
    after: async ({ widget }) => {
      await widget.locator('[part=points]').click();
      await widget.locator('[part=item] .main').nth(1).click();
    },
  },
  {
    name: 'checkin-exchanged',
    of: 'checkin',
    before: then(async (stage) => {
      await stage.bring(1);
      await stage.act('tiers/invite-1/claim');
      await stage.act('shop/latte/exchange');
    }),
    after: ({ widget }) => widget.locator('[part=points]').click(),
  },
  {
    name: 'checkin-content',
    of: 'checkin',
    before: then(async (stage) => {
      await stage.moveTo('2027-01-04T08:00:00+08:00');
      await stage.act('check-ins', {
        text: stage.person.name === 'Lin Xiaoman' ? 'Read ten pages before work.' : '上班前读了十页书。',
      });
      await stage.decide('participants/lin/check-ins/2027-01-04/comment', {
        text:
          stage.person.name === 'Lin Xiaoman' ? 'A fine start. Which book is it?' : '好开头！读的是哪一本？',
      });
    }),
    after: openTool('content'),
  },
  {
    name: 'checkin-offline',
    of: 'checkin',
    before: then(on(4)),
    after: async ({ page, widget }) => {
      await page.context().setOffline(true);
      await page.waitForTimeout(300);
      await go({ widget });
    },
  },
  {
    name: 'checkin-failed',
    of: 'checkin',
    before: then(on(4)),
    after: async ({ page, widget }) => {
      await page.route('**/check-ins', (route) =>
        route.request().method() === 'POST' ? route.abort() : route.continue(),
      );
      await go({ widget });
      await widget.locator('.is-failed').waitFor({ timeout: 20_000 });
    },
  },
];
