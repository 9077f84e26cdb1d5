// Which routes of the contract this server answers.
import { activityGet } from './activity.get.js';
import { activityLive } from './activity.live.js';
import { adminActivityGet } from './admin.activity.get.js';
import { adminActivityPut } from './admin.activity.put.js';
import type { Handlers } from './call.js';
import { capabilitiesGet } from './capabilities.get.js';
import { factRecord } from './fact.record.js';
import { guestCreate } from './guest.create.js';
import { lotteryDraw } from './lottery.draw.js';
import { participantGet } from './participant.get.js';
import { timeGet } from './time.get.js';

export const handlers: Handlers = {
  'capabilities.get': capabilitiesGet,
  'time.get': timeGet,
  'activity.get': activityGet,
  'activity.live': activityLive,
  'participant.get': participantGet,
  'guest.create': guestCreate,
  'fact.record': factRecord,
  'lottery.draw': lotteryDraw,
  'admin.activity.get': adminActivityGet,
  'admin.activity.put': adminActivityPut,
};
