import { describe, expect, it, vi } from 'vitest';
import { defineExperiment, definePlan, planToCsv, planToMarkdown } from '../src/index.js';
import { createCheck } from '../src/plan/check.js';

const lottery = {
  name: 'lottery',
  facts: { drawn: { properties: ['prize'] }, failed: { properties: [] } },
} as const;
const plan = definePlan(
  { lottery },
  {
    'page.opened': {
      trigger: 'the page is there, "warm-up" or live',
      properties: { from: 'string', times: 'number?' },
    },
    '=danger': { priority: 2 },
  },
  ['page.opened', 'lottery.shown', 'lottery.drawn'],
);

describe('a plan', () => {
  it('writes itself from the widgets and the own events', () => {
    expect(Object.values(plan.events).map(({ name, source, priority }) => [name, source, priority])).toEqual([
      ['lottery.shown', 'lottery', 2],
      ['lottery.drawn', 'lottery', 0],
      ['lottery.failed', 'lottery', 0],
      ['page.opened', 'page', 1],
      ['=danger', 'page', 2],
    ]);
  });

  it.each([
    ['lottery.drawn', { prize: 'p1' }, []],
    ['page.opened', { from: 'x', times: 2 }, []],
    ['$dropped', { count: 1 }, []],
    ['lottery.spun', {}, ['name']],
    ['lottery.drawn', { price: 1 }, ['props.price']],
    ['page.opened', {}, ['props.from']],
    ['page.opened', { from: 1, times: '2' }, ['props.from', 'props.times']],
  ])('says what is wrong with %s %j', (name, properties, wrong) => {
    const say = vi.fn();
    expect(createCheck(plan.events, say)(name, properties)).toEqual(wrong);
    expect(say).toHaveBeenCalledTimes(wrong.length ? 1 : 0);
  });

  it('is a CSV that spreadsheets read right, and run nothing of', () => {
    const lines = planToCsv(plan).split('\r\n');
    expect(lines[0]).toBe('\uFEFFevent,source,trigger,properties,priority,funnel step');
    expect(lines[4]).toBe(
      'page.opened,page,"the page is there, ""warm-up"" or live",from: string; times: number?,1,1',
    );
    expect(lines[5]).toMatch(/^'=danger,/);
  });

  it('is a Markdown table', () => {
    expect(planToMarkdown(plan)).toContain(
      '| lottery.drawn | lottery | fact "drawn" of the lottery widget | prize | 0 | 3 |',
    );
  });
});

describe('an experiment', () => {
  it('gives the same subject the same variant, and splits people evenly', () => {
    const colour = defineExperiment('colour', ['red', 'gold', 'jade']);
    const counts: Record<string, number> = {};
    for (let i = 0; i < 9000; i++) {
      const variant = colour.choose(`participant-${i}`);
      expect(colour.choose(`participant-${i}`)).toBe(variant);
      counts[variant] = (counts[variant] ?? 0) + 1;
    }
    for (const count of Object.values(counts)) expect(Math.abs(count - 3000)).toBeLessThan(200);
  });

  it('is independent of another', () => {
    const [one, other] = ['one', 'other'].map((name) => defineExperiment(name, ['a', 'b']));
    let same = 0;
    for (let i = 0; i < 4000; i++) if (one!.choose(`p${i}`) === other!.choose(`p${i}`)) same++;
    expect(Math.abs(same - 2000)).toBeLessThan(200);
  });
});
