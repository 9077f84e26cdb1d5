// Themes: the presets are complete and legible, files of others are read, and nothing but values comes through.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesUnder } from '../../../scripts/files.mjs';
import { compileTheme, contrastOf, presets, readTheme, tokens, weaknessesOf } from '../src/index.js';

const read = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../tokens/${name}.json`), 'utf8'));

it('knows exactly the tokens that widgets read', () => {
  const packages = join(import.meta.dirname, '../..');
  const read = new Set(
    ['core', 'countdown', 'lottery', 'poster', 'invite', 'checkin', 'track']
      .flatMap((name) => filesUnder(join(packages, name, 'src')).filter((file) => file.endsWith('.css')))
      .flatMap((file) => readFileSync(file, 'utf8').match(/--ff-[a-z0-9-]+/g) ?? []),
  );
  expect([...tokens.keys()].map((token) => `--ff-${token.replaceAll('.', '-')}`).sort()).toEqual(
    [...read].sort(),
  );
});

describe.each([...presets])('the preset %s', (name) => {
  const { theme, unknown, problems } = readTheme(read(name));

  it('is read whole, light and dark, with nothing that is never read', () => {
    expect([unknown, problems]).toEqual([[], []]);
    expect(Object.keys(theme.dark).sort()).toEqual(Object.keys(theme.light).sort());
    expect(Object.keys(theme.light).length).toBeGreaterThan(30);
    expect(theme.dark['color.surface']).not.toBe(theme.light['color.surface']);
  });

  it('has the contrast of WCAG AA wherever words stand', () => {
    expect(weaknessesOf(theme)).toEqual([]);
    if (name === 'contrast')
      for (const mode of ['light', 'dark'] as const)
        expect(contrastOf(theme[mode]['color.text'], theme[mode]['color.surface'])).toBeGreaterThan(15);
  });
});

describe('files of others', () => {
  it('reads an export of Tokens Studio, sets and all, and names what nobody reads', () => {
    const { theme, unknown, problems } = readTheme({
      $metadata: { tokenSetOrder: ['global', 'brand/light', 'brand/dark'] },
      $themes: [],
      global: {
        red: { value: '#c00', type: 'color' },
        grey: { value: 'rgba(20, 20, 20, 0.9)', type: 'color', description: 'of nobody' },
        radius: { card: { value: '12', type: 'borderRadius' } },
        font: { body: { value: "Inter, 'PingFang SC', sans-serif", type: 'fontFamilies' } },
      },
      'brand/light': {
        color: { accent: { value: '{red}', type: 'color' }, surface: { value: '#FFF', type: 'color' } },
        lottery: { sectorA: { value: 'hsl(40, 100%, 90%)', type: 'color' } },
      },
      'brand/dark': {
        color: { surface: { value: '#111111', type: 'color' } },
        glow: { value: '#fff', type: 'color' },
      },
    });
    expect(theme.light).toEqual({
      'radius.card': '12px',
      'font.body': '"Inter", "PingFang SC", sans-serif',
      'color.accent': '#c00',
      'color.surface': '#fff',
      'lottery.sector-a': 'hsl(40, 100%, 90%)',
    });
    expect(theme.dark['color.surface']).toBe('#111111');
    expect(unknown).toEqual(['global.grey', 'brand/dark.glow']);
    expect(problems).toEqual([]);
  });

  it('says which value it cannot take', () => {
    const { theme, problems } = readTheme({
      color: {
        accent: { $type: 'color', $value: { colorSpace: 'oklch', components: [0.6, 0.2, 25] } },
        text: { $type: 'color', $value: { colorSpace: 'oklch', components: [0.6, 0.2, 25], hex: '#cc3344' } },
        gold: { $type: 'color', $value: '{palette.missing}' },
      },
    });
    expect(theme.light).toEqual({ 'color.text': '#cc3344' });
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('"color.accent" expected a color');
  });

  it('ends where tokens refer to each other', () => {
    expect(
      readTheme({ color: { accent: { $value: '{color.gold}' }, gold: { $value: '{color.accent}' } } })
        .problems,
    ).toHaveLength(2);
  });
});

describe('themes of strangers', () => {
  const attacks = [
    'red;} body{display:none}',
    'url(https://evil.example/x)',
    '#fff;background:url(//evil.example)',
    '@import "//evil.example"',
    'expression(alert(1))',
    'var(--x)',
    'rgb(0,0,0)}*{color:red',
    '</style><script>',
    'image-set("x" 1x)',
    '#fff/**/;',
    '\\75 rl(x)',
  ];

  it.each(attacks)('takes no value such as %s', (attack) => {
    const { theme, problems } = readTheme({
      color: { accent: { $value: attack } },
      radius: { card: { $value: attack } },
      font: { body: { $value: [attack] } },
    });
    expect(theme).toEqual({ light: {}, dark: {} });
    expect(problems).toHaveLength(3);
    expect(() => compileTheme('own', { light: { 'color.accent': attack }, dark: {} })).toThrow('readTheme');
  });

  it('never lets anything but declarations of tokens out, whatever the file holds', () => {
    const value = fc.oneof(fc.string(), fc.constantFrom(...attacks), fc.jsonValue());
    fc.assert(
      fc.property(value, value, value, (accent, card, body) => {
        const { theme } = readTheme({
          color: { accent: { $value: accent } },
          radius: { card: { $value: card } },
          font: { body: { $value: body } },
        });
        const inside = compileTheme('own', theme)
          .split('\n')
          .filter((line) => line.includes('--ff-'));
        for (const line of inside) {
          expect(line).toMatch(/^ +--ff-[a-z-]+: [^;{}@\\<>]+;$/);
          expect(line).not.toMatch(/url\s*\(|@import|expression/i);
        }
      }),
    );
  });

  it.each(['a b', 'x"]{}', '1st', ''])('has no theme called "%s"', (name) => {
    expect(() => compileTheme(name, { light: {}, dark: {} })).toThrow('cannot be called');
  });
});
