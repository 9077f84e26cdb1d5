// The widgets are these six imports and their tags in index.html; everything else here is the page's own.
import '@fanfare/core/element';
import '@fanfare/checkin/element';
import '@fanfare/countdown/element';
import '@fanfare/invite/element';
import '@fanfare/lottery/element';
import '@fanfare/poster/element';

import './styles/page.css';
import { openDoors } from './doors.js';
import { showDraw } from './draw.js';
import { createLanguage } from './language.js';
import { followPhase } from './phase.js';
import { showPrizes } from './prizes.js';
import { showRoom } from './room.js';
import { carryAlong } from './rooms.js';
import { showRules } from './rules.js';
import { createSession } from './session.js';
import { offerSignIn } from './sign-in.js';
import { startTracking } from './tracking.js';

const provider = document.querySelector('fanfare-activity')!;
const endpoint = provider.getAttribute('endpoint')!;
const language = createLanguage(provider);
const session = createSession(endpoint, provider.getAttribute('activity')!);

provider.token = session.token;
startTracking(provider);
showDraw();
openDoors();
provider.watch((activity) => {
  if (!activity) return;
  followPhase(activity);
  offerSignIn(activity, session, language);
  carryAlong(activity);
  for (const show of [showRoom, showPrizes, showRules]) show(activity, language);
  // Beside a backend on this machine there is a bar for trying things out.
  if (/^http:\/\/(127\.0\.0\.1|localhost)\b/.test(endpoint))
    void import('./dev-bar/dev-bar.js').then(({ showDevBar }) =>
      showDevBar(activity, endpoint, session, language),
    );
});
