// The made-up company's server, as it was before anybody thought of Fanfare. Everything in memory.
import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** `PICK=1`: every spin gives the second gift. */
const { PORT = '8789', PICK } = process.env;
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };
const DAY = 86_400_000;
const GIFTS = [
  { giftNo: 'G1', label: '保温杯', sort: 'REAL' },
  { giftNo: 'G2', label: '咖啡券', sort: 'TICKET' },
  { giftNo: 'G3', label: '谢谢参与', sort: 'THANKS' },
  { giftNo: 'G4', label: '电影票', sort: 'TICKET' },
];
const beijing = (ms) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
const begin = Date.now() - DAY;
const campaign = {
  no: 'HC27',
  caption: '幸运周',
  begin: beijing(begin),
  finish: beijing(begin + 7 * DAY),
  gifts: GIFTS,
};

const members = new Map();
const orders = new Map();

function memberOf(session) {
  const fresh = { memberNo: `M-${session}`, nick: '阿海', spins: { total: 3, spent: 0 }, bag: [] };
  if (!members.has(session)) members.set(session, fresh);
  return members.get(session);
}

/** One order number, one spin. */
function spin(member, { orderNo }) {
  if (orders.has(orderNo)) return orders.get(orderNo);
  if (member.spins.spent >= member.spins.total) return { ret: 4001, msg: '次数已用完' };
  member.spins.spent++;
  const { giftNo, sort } = GIFTS[Number(PICK ?? randomInt(GIFTS.length))];
  const [spinNo, gotAt] = [`S${orders.size + 1}`, beijing(Date.now())];
  const bagNo = sort === 'THANKS' ? null : `B${orders.size + 1}`;
  if (bagNo) member.bag.unshift({ bagNo, giftNo, gotAt });
  orders.set(orderNo, { ret: 0, data: { spinNo, giftNo, bagNo, gotAt } });
  return orders.get(orderNo);
}

function answer(name, session, body) {
  if (name === 'clock') return { ret: 0, data: { ms: Date.now() } };
  if (name === 'campaign') return { ret: 0, data: campaign };
  if (!session) return { ret: 4100, msg: '请先登录' };
  if (name === 'mine') return { ret: 0, data: memberOf(session) };
  return name === 'spin' ? spin(memberOf(session), body) : { ret: 9999, msg: '没有这个接口' };
}

let answered = 0;
const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://club');
  if (pathname.startsWith('/club/')) {
    const text = Buffer.concat(await request.toArray()).toString();
    // Now and then the old machine is busy.
    const said =
      ++answered % 7 === 0
        ? { ret: 5000, msg: '系统繁忙' }
        : answer(pathname.slice(6), request.headers['x-club-session'], JSON.parse(text || '{}'));
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ msg: '', data: null, ...said }));
    return;
  }
  const file = normalize(pathname === '/' ? '/index.html' : pathname);
  const bytes = await readFile(join(import.meta.dirname, 'dist', file)).catch(() => null);
  response.writeHead(bytes ? 200 : 404, {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
  });
  response.end(bytes ?? 'Not found');
});
server.listen(Number(PORT), () => console.log(`http://127.0.0.1:${server.address().port}/`));
