// Is the definition fit for the public, beyond being valid?
import type { Definition } from '@fanfare/protocol';
import { type Finding, finding } from './finding.js';

const SAMPLE = /^https:\/\/([^/]*\.)?example(\.(com|org|net))?(\/|:|$)|\.(example|test|invalid)(\/|:|$)/;

export function configOf(definition: Definition): Finding[] {
  const { guests, origins, paused, lottery, rules, landing, title } = definition;
  const insecure = origins.filter((origin) => !origin.startsWith('https://'));
  const missing = ['zh-CN', 'en'].filter((lang) => !(lang in title) && !('*' in title));
  return [
    finding('config.origins', 'developer', origins.length > 0 && insecure.length === 0, {
      pass: `pages of ${origins.join(', ')} may act`,
      fail: origins.length
        ? `these origins are not https: ${insecure.join(', ')}. Remove them.`
        : 'no page may act: "origins" is empty. Name the origins of your pages.',
    }),
    finding('config.landing', 'operator', !SAMPLE.test(landing), {
      pass: `links lead to ${landing}`,
      fail: `links lead to ${landing}, a sample address. Set "landing" to your page.`,
    }),
    finding('config.paused', 'operator', paused.length === 0, {
      pass: 'nothing is paused',
      fail: `paused: ${paused.join(', ')}. Is that meant for the launch?`,
    }),
    finding('config.rules', 'operator', rules.length > 0, {
      pass: `${rules.length} sections of rules are published`,
      fail: 'no rules are published. Whoever takes part must be able to read them: fill in "rules".',
    }),
    finding('config.odds', 'operator', !lottery || lottery.publish_odds, {
      pass: lottery ? 'the odds are published' : 'there is no draw',
      fail: 'the odds are not published. Where the law asks for it, set lottery.publish_odds.',
    }),
    finding('config.languages', 'operator', missing.length === 0, {
      pass: 'the title is there in Chinese and English',
      fail: `the title lacks ${missing.join(' and ')}. Pages in that language show another one.`,
    }),
    finding('config.guests', 'operator', true, {
      pass: { act: 'guests may act', view: 'guests may look, members act', none: 'members only' }[guests],
      fail: '',
    }),
  ];
}
