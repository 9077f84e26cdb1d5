// A rehearsal for tests: a small activity with everything in it, and an activity of core on its stage.
import { createActivity } from '@fanfare/core';
import type { DefinitionInput } from '@fanfare/protocol';
import { createRehearsal, type RehearsalOptions } from '../src/index.js';

export const START = Date.parse('2027-01-01T20:00:00+08:00');

/** Wheel, invite and check-in; live for ten days from 2027-01-01 20:00 in Shanghai. */
export const show: DefinitionInput = {
  id: 'show',
  project: 'demo',
  title: { 'zh-CN': '跨年夜', en: "New Year's Eve" },
  zone: 'Asia/Shanghai',
  landing: 'https://show.example.com/',
  schedule: { start_at: '2027-01-01T20:00:00+08:00', end_at: '2027-01-11T20:00:00+08:00' },
  guests: 'act',
  jitter_seconds: 0,
  live_seconds: 1,
  lottery: {
    prizes: [
      {
        id: 'tea',
        name: { 'zh-CN': '岁朝茶礼', en: 'Tea set' },
        kind: 'goods',
        weight: 1,
        stock: 5,
        form: 'address',
      },
      { id: 'cup', name: { 'zh-CN': '马克杯', en: 'Mug' }, kind: 'goods', weight: 1, stock: 5 },
      { id: 'luck', name: { 'zh-CN': '新年快乐', en: 'Good luck' }, kind: 'none', weight: 98 },
    ],
    chances: [
      { id: 'welcome', fact: 'joined', chances: 3 },
      { id: 'watched', fact: 'watched', chances: 1, title: { '*': 'Watch' } },
    ],
  },
  invite: {
    qualify: 'watched',
    tiers: [
      {
        id: 'two',
        friends: 2,
        name: { 'zh-CN': '新春红包', en: 'Red envelope' },
        kind: 'points',
        points: 50,
      },
    ],
  },
  checkin: { lap_days: 7, points: 10 },
};

/** A rehearsal of it, from 90 seconds before the start. */
export const rehearse = (options: Partial<RehearsalOptions> = {}) =>
  createRehearsal({ activity: show, clock: 'warmup', ...options });

/** An activity of core on the stage, as a page makes one. */
export const onStage = (rehearsal: ReturnType<typeof rehearse>) =>
  createActivity({ id: rehearsal.id, locale: 'en', ...rehearsal.device() });
