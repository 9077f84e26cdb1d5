// Somebody to make posters for.
import type { PosterData } from '@fanfare/poster';
import type { Language } from '../language.js';

export const sampleOf = (language: Language): PosterData =>
  language === 'en'
    ? {
        nickname: 'Lu',
        link: 'https://carnival.example.com/new-year?channel_id=moments&invite=K7Q2M9RTXW4E',
        title: 'New Year live-stream carnival',
        subtitle: 'Eleven nights, eight hosts, one wheel',
        benefit: '3 draws for your first visit',
        brand: 'Qiyun Bank',
        day: 3,
        draws: 8,
        friends: 3,
        days: 7,
        prize: '88 yuan red envelope',
        rank: 128,
      }
    : {
        nickname: '小鹿',
        link: 'https://carnival.example.com/new-year?channel_id=moments&invite=K7Q2M9RTXW4E',
        title: '新年直播嘉年华',
        subtitle: '十一个夜晚，八家机构，一个大转盘',
        benefit: '首次进入即得 3 次抽奖',
        brand: '栖云银行',
        day: 3,
        draws: 8,
        friends: 3,
        days: 7,
        prize: '88 元红包',
        rank: 128,
      };
