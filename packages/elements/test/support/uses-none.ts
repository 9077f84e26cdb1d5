// A page that imports and uses nothing: a bundler drops it all.
import { createActivity } from '@fanfare/core';
import { countdown } from '@fanfare/countdown';
import { lottery } from '@fanfare/lottery';
import { createTracker } from '@fanfare/track';

const isUsed: boolean = false;
if (isUsed) console.log(createActivity, countdown, lottery, createTracker);
console.log('nothing of Fanfare');
