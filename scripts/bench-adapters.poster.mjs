// Wires the built poster packages to the referee's interface.
import { buildSync } from 'esbuild';

const FAMILY = '"Noto Sans CJK SC", sans-serif';

/** The referee's poster as a scene: the same boxes, sizes and colours as its style sheet. */
const SCENE = `
const text = (x, y, size, lineHeight, content, rest) => ({ type: 'text', x, y, size, lineHeight: lineHeight / size, font: ${JSON.stringify(FAMILY)}, text: content, ...rest });
const scene = (spec) => ({
  width: 375, height: spec.height,
  layers: [
    { type: 'image', source: '{bg}', width: 375, height: spec.height },
    { type: 'avatar', source: '{avatar}', name: '{nick}', x: 24, y: 32, size: 56, stroke: { fill: '#fff', width: 2 } },
    text(92, 35.5, 16, 24, '{nick}', { weight: 600, fill: '#fff' }),
    text(92, 64.5, 12, 20, spec.inviteLine, { fill: 'rgba(255,255,255,.85)' }),
    text(24, 104, 32, 48, spec.title, { weight: 800, fill: '#fff' }),
    text(24, 150, 15, 24, spec.subtitle, { fill: 'rgba(255,255,255,.92)' }),
    { type: 'image', source: '{host}', x: 24, y: 188, width: 327, height: 150, radius: 12 },
    { type: 'shape', x: 24, y: 354, width: 327, height: 24 + 27 * spec.benefits.length, radius: 14, fill: 'rgba(255,255,255,.96)', shadow: { color: 'rgba(0,0,0,.18)', y: 6, blur: 20 } },
    ...spec.benefits.flatMap((benefit, i) => [
      { type: 'shape', shape: 'ellipse', x: 40, y: 376 + 27 * i, width: 7, height: 7, fill: '#ff5a3c' },
      text(56, 366 + 27 * i, 14, 27, benefit, { fill: '#333' }),
    ]),
    { type: 'shape', x: 24, y: spec.height - 128, width: 327, height: 104, radius: 14, fill: '#fff' },
    { type: 'qr', text: '{link}', x: 36, y: spec.height - 120, size: 88, quiet: 0 },
    text(136, spec.height - 100.5, 15, 24, spec.scan, { weight: 600, fill: '#222' }),
    text(136, spec.height - 71.5, 12, 20, spec.scan2, { fill: '#888' }),
  ],
});
const data = ({ spec, assets }) => ({ nick: spec.nick, bg: assets.bg, avatar: assets.avatar, host: assets.host, link: 'https://example.org/a/invite?c=2026&u=1f9a3c77d2&s=poster&k=0123456789abcdef' });
const render = (options) => async (_, o) => {
  const { blob } = await renderPoster(scene(o.spec), data(o), { type: o.type, quality: o.quality, pixelRatio: o.scale, ...options });
  return blob;
};`;

const IMPORT = "import { preparePoster, renderPoster } from './packages/poster/dist/index.js';";

const root = new URL('..', import.meta.url).pathname;
const bundle = (entry) =>
  buildSync({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2019',
  }).outputFiles[0].text;

export const poster = [
  { name: 'fanfare', code: `${IMPORT}${SCENE} window.adapter = { render: render({}) };` },
  {
    // As a page does that knows a poster will be wanted.
    name: 'fanfare (prepared)',
    code: `${IMPORT}${SCENE}
const ready = preparePoster({ type: 'image/png' });
const paint = render({});
window.adapter = { render: async (...given) => { await ready; return paint(...given); } };`,
  },
  {
    name: 'fanfare (worker)',
    code: `${IMPORT}${SCENE}
const url = URL.createObjectURL(new Blob([${JSON.stringify(bundle('packages/poster/dist/worker.js'))}], { type: 'text/javascript' }));
const worker = () => new Worker(url);
window.adapter = { render: render({ worker }) };`,
  },
];

export const qr = [
  {
    name: 'fanfare',
    code: "import { encodeQr } from './packages/core/dist/qr.js'; window.adapter = { encode: (text) => encodeQr(text, 'M') };",
  },
];
