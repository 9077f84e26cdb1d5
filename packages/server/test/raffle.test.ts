// A grand prize at a node of the schedule: the list is frozen, a number nobody knew decides, and everybody can check.
import type { DefinitionInput, Raffle } from '@fanfare/protocol';
import { raffleEntry, raffleWinners, sha256Hex, verifyRaffle } from '@fanfare/protocol/verify';
import { describe, expect, it } from 'vitest';
import { type Beacon, drandBeacon } from '../src/index.js';
import { createBackend, plain } from './backend.js';

const NODE = '2027-01-03T20:00:00+08:00';
const NODE_MS = Date.parse(NODE);
const gala = {
  ...plain,
  nodes: [{ id: 'gala', title: { '*': 'Gala' }, at: NODE }],
  raffles: [
    {
      id: 'grand',
      title: { '*': 'Grand prize' },
      node: 'gala',
      prizes: [
        { id: 'car', name: { '*': 'Car' }, kind: 'goods', count: 1, form: 'address', cost: 500 },
        { id: 'tea', name: { '*': 'Tea' }, kind: 'coupon', count: 3 },
      ],
    },
  ],
} satisfies DefinitionInput;

/** Tells a number a minute after it was named. */
function fakeBeacon(clock: () => number): Beacon & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    name: 'test',
    roundAfter: (at) => ({ round: String(Math.ceil(at / 60_000)), at: Math.ceil(at / 60_000) * 60_000 }),
    async read(round) {
      asked.push(round);
      return clock() < Number(round) * 60_000 ? null : sha256Hex(`round ${round}`);
    },
  };
}

async function open(definition: DefinitionInput = gala) {
  let clock = () => 0;
  const beacon = fakeBeacon(() => clock());
  const backend = await createBackend([definition], { beacon });
  clock = () => backend.clock.now;
  const people = Array.from({ length: 9 }, (_, n) => `person-${n}`);
  const tokens = new Map<string, string>();
  for (const person of people) {
    await backend.me(await backend.member(person));
    tokens.set(person, person);
  }
  const raffle = async (): Promise<Raffle> =>
    (await (await backend.get('/v1/activities/plain/raffles')).json()).raffles[0];
  const entries = async (): Promise<string[]> =>
    (await (await backend.get('/v1/activities/plain/raffles/grand/entries')).json()).entries;
  return { ...backend, beacon, people, raffle, entries };
}

/** Up to the drawn winners. */
async function drawn() {
  const page = await open();
  page.clock.now = NODE_MS;
  await page.app.raffle();
  page.clock.now = Date.parse((await page.raffle()).beacon!.at);
  await page.app.raffle();
  return { ...page, result: await page.raffle(), list: await page.entries() };
}

describe('a raffle', () => {
  it('is open until its node, and tells neither cost nor who takes part', async () => {
    const page = await open();
    page.clock.now = NODE_MS - 1;
    expect(await page.app.raffle()).toBe(0);
    expect(await page.raffle()).toEqual({
      id: 'grand',
      title: { '*': 'Grand prize' },
      node: 'gala',
      at: new Date(NODE_MS).toISOString(),
      state: 'open',
      prizes: [
        { id: 'car', name: { '*': 'Car' }, kind: 'goods', count: 1 },
        { id: 'tea', name: { '*': 'Tea' }, kind: 'coupon', count: 3 },
      ],
    });
    expect(await page.entries()).toEqual([]);
  });

  it('freezes its list at the node and names the round before anybody can know its number', async () => {
    const page = await open();
    page.clock.now = NODE_MS;
    expect(await page.app.raffle()).toBe(1);
    const frozen = await page.raffle();
    const list = await page.entries();
    expect(frozen).toMatchObject({ state: 'frozen', entries: 9 });
    expect(verifyRaffle('plain', frozen, list)).toEqual([]);
    expect(Date.parse(frozen.beacon!.at)).toBeGreaterThan(NODE_MS);
    expect(JSON.stringify([frozen, list])).not.toContain('person-');
    // Who comes later is not in it.
    await page.me(await page.member('late'));
    expect(await page.app.raffle()).toBe(0);
    expect(await page.entries()).toEqual(list);
    expect(page.beacon.asked).toEqual([]);
  });

  it('draws each winner once when the number is told, and gives the rewards', async () => {
    const page = await drawn();
    const { value, winners, beacon } = page.result;
    expect(value).toBe(sha256Hex(`round ${beacon!.round}`));
    expect(winners!.map(({ prize }) => prize)).toEqual(['car', 'tea', 'tea', 'tea']);
    expect(new Set(winners!.map(({ entry }) => entry)).size).toBe(4);
    expect(verifyRaffle('plain', page.result, page.list)).toEqual([]);
    expect(await Promise.all([page.app.raffle(), page.app.raffle()])).toEqual([0, 0]);

    let rewards = 0;
    for (const person of page.people) {
      const { participant, sections } = await page.me(await page.member(person));
      const entry = raffleEntry({
        activity: 'plain',
        raffle: 'grand',
        participant: person,
        salt: participant.salt,
      });
      expect(verifyRaffle('plain', page.result, page.list, entry)).toEqual([]);
      const won = winners!.find((one) => one.entry === entry);
      const items = sections.rewards.items.map(({ prize, source }: Record<string, string>) => [
        prize,
        source,
      ]);
      expect(items).toEqual(won ? [[won.prize, 'raffle']] : []);
      rewards += items.length;
    }
    expect(rewards).toBe(4);
    const { reserved } = await page.store.read((reader) => reader.balances('plain'));
    expect(reserved).toBe(500);
  });

  it('has no more winners than entries, and none at all when nobody takes part', async () => {
    const nobody = await open({ ...gala, raffles: [{ ...gala.raffles[0]!, entry: 'ordered' }] });
    await nobody.fact({ id: 'f', participant: 'person-1', name: 'ordered' });
    nobody.clock.now = NODE_MS;
    await nobody.app.raffle();
    nobody.clock.now += 600_000;
    await nobody.app.raffle();
    expect((await nobody.raffle()).winners).toEqual([{ entry: expect.any(String), prize: 'car' }]);
  });

  it('waits where no beacon is given', async () => {
    const backend = await createBackend([gala]);
    backend.clock.now = NODE_MS + 600_000;
    expect(await backend.app.raffle()).toBe(0);
  });

  it.each([
    ['/raffles/0/node', [{ ...gala.raffles[0]!, node: 'nothing' }]],
    ['/raffles/1/id', [gala.raffles[0]!, gala.raffles[0]!]],
  ])('names %s that cannot be', async (pointer, raffles) => {
    const backend = await createBackend();
    const put = await backend.send('PUT', '/v1/admin/activities/plain', {
      token: 'admin-key-0123456789',
      headers: { 'If-Match': '"1"' },
      body: { ...gala, raffles },
    });
    expect((await put.json()).errors).toMatchObject([{ pointer }]);
  });
});

describe('a verifier of raffles finds', () => {
  it('a list that was changed, an entry that is missing, another number, another winner', async () => {
    const { result, list } = await drawn();
    const codes = (change: Partial<Raffle>, entries = list, own?: string) => [
      ...new Set(verifyRaffle('plain', { ...result, ...change }, entries, own).map(({ code }) => code)),
    ];
    expect(codes({}, list.slice(1))).toContain('list_changed');
    expect(codes({}, [list[1]!, list[0]!, ...list.slice(2)])).toContain('list_unsorted');
    expect(codes({}, list, 'mine')).toEqual(['not_in_list']);
    expect(codes({ value: sha256Hex('another') })).toEqual(['winner_wrong']);
    const [first, ...others] = result.winners!;
    const favourite = list.find((entry) => result.winners!.every((one) => one.entry !== entry))!;
    expect(codes({ winners: [{ ...first!, entry: favourite }, ...others] })).toEqual(['winner_wrong']);
    expect(codes({ winners: others })).toEqual(['winner_wrong']);
  });

  it('that every entry has the same chance', () => {
    const entries = [...'abcdefgh'];
    const wins = new Map(entries.map((entry) => [entry, 0]));
    for (let n = 0; n < 4000; n++) {
      const input = {
        activity: 'a',
        raffle: 'r',
        value: String(n),
        entries,
        prizes: [{ id: 'p', count: 1 }],
      };
      const { entry } = raffleWinners(input)[0]!;
      wins.set(entry, wins.get(entry)! + 1);
    }
    const chiSquare = [...wins.values()].reduce((sum, seen) => sum + (seen - 500) ** 2 / 500, 0);
    // 7 degrees of freedom, 99.9 %.
    expect(chiSquare).toBeLessThan(24.32);
  });
});

describe('drand', () => {
  const beacon = (told: object, status = 200) =>
    drandBeacon({
      url: 'https://drand.example/8990e7a9aaed/',
      genesis: 1_000_000,
      period: 30,
      fetch: async (url) => {
        expect(url).toBe('https://drand.example/8990e7a9aaed/public/5');
        return new Response(JSON.stringify(told), { status });
      },
    });

  it('names the first round that nobody knows yet', () => {
    const { name, roundAfter } = beacon({});
    expect(name).toBe('drand 8990e7a9');
    expect(roundAfter(1_000_000_000)).toEqual({ round: '2', at: 1_000_030_000 });
    expect(roundAfter(1_000_029_999)).toEqual({ round: '2', at: 1_000_030_000 });
    expect(roundAfter(1_000_030_000)).toEqual({ round: '3', at: 1_000_060_000 });
  });

  it('reads a number that is the hash of its signature, and waits for one that is not told', async () => {
    const signature = 'ab'.repeat(48);
    const randomness = sha256Hex(Uint8Array.from(Buffer.from(signature, 'hex')));
    expect(await beacon({ round: 5, randomness, signature }).read('5')).toBe(randomness);
    expect(await beacon({}, 404).read('5')).toBeNull();
    await expect(beacon({ round: 5, randomness: '00', signature }).read('5')).rejects.toThrow(
      'hash of its signature',
    );
    await expect(beacon({ round: 4, randomness, signature }).read('5')).rejects.toThrow('something else');
  });
});
