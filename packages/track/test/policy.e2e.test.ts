// The documented policy of a strict page, with Trusted Types required: the tracker and its overlay work, and nothing of
// them is reported.
import { expect, it } from 'vitest';
import { until } from './support/chromium';
import { useBench } from './support/setup';

const bench = useBench();
const POLICY =
  "script-src 'self'; style-src 'self'; img-src 'self' blob: data: https:; require-trusted-types-for 'script'";

it('tracks, shows the overlay and copies diagnostics without a report', async () => {
  const { context, server } = bench;
  server.setPage(
    `<!doctype html><title>t</title><meta http-equiv="Content-Security-Policy" content="${POLICY}"><body><script src="/track.js"></script><script src="/start.js"></script>`,
  );
  const page = await context.newPage();
  await page.route('**/start.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `window.tracker = track.createTracker({
        key: 'e2e', endpoint: location.origin, debug: true,
        plan: track.definePlan({}, { 'page.opened': {}, 'page.closed': {} }),
      });
      for (let n = 0; n < 20; n++) void tracker.track('page.opened');
      document.addEventListener('copy-now', () =>
        document.querySelector('fanfare-track-overlay').shadowRoot.querySelector('button:not([aria-expanded])').click());`,
    }),
  );
  await page.addInitScript(() => {
    const reports: string[] = [];
    Object.assign(window, { reports });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
      reports.push(`${violatedDirective} ${sample}`),
    );
  });
  await page.goto(server.url);
  const overlay = page.locator('fanfare-track-overlay');
  await expect
    .poll(() => overlay.locator('[data-part=plan] li').allTextContents())
    .toContain('☑ page.opened×20');
  await until(() => server.rows.size === 20);
  await expect.poll(() => overlay.locator('[data-state=acked]').count()).toBeGreaterThan(0);
  // Its style sheet is there, which a strict policy refuses in any other form.
  expect(await overlay.evaluate((host) => getComputedStyle(host).position)).toBe('fixed');
  await page.evaluate(() => document.dispatchEvent(new Event('copy-now')));
  await expect
    .poll(() =>
      overlay.evaluate(
        (host) => host.shadowRoot!.querySelector('textarea,[role=status]:not(:empty)') !== null,
      ),
    )
    .toBe(true);
  expect(await page.evaluate(() => Object(window).reports)).toEqual([]);
  // The policy is in force.
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'p { color: red }';
    document.head.append(style);
  });
  expect(await page.evaluate(() => Object(window).reports.length)).toBeGreaterThan(0);
  server.setPage('<!doctype html><title>t</title><script src="/track.js"></script>');
});
