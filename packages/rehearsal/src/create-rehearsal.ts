// Wires the parts of a rehearsal together; each part is its own file beside this one.
import { createEmitter, createId, FanfareError } from '@fanfare/core';
import { browserOpenWorld } from '@fanfare/core/environment';
import { type Definition, type Me, phaseAt } from '@fanfare/protocol';
import { parseDefinition } from '@fanfare/server';
import { createBackend } from './backend.js';
import { fromNetwork, inviterCode, type Player, playerOf, prepare } from './cast.js';
import { type Drawers, storageOf, worldOf } from './device.js';
import { factsOf } from './facts.js';
import { type FaultName, withFaults } from './faults.js';
import { type Keeper, keepNothing, keepUnder } from './keeper.js';
import { createLog } from './log.js';
import type { Device, Rehearsal, RehearsalEvents, RehearsalOptions } from './rehearsal.js';
import { momentOf } from './scenes.js';
import { stagedDefinition } from './staging.js';
import { packState, type RehearsalState, unpackState } from './state.js';
import { type Role, readRole, writeRole } from './tab.js';

/** Who prepares is back before the end, if only just. */
const BEFORE_END_MS = 60_000;

type Kept = Omit<RehearsalState, 'format' | 'version'>;

/**
 * A whole activity in the page: the server's own app over its memory store.
 *
 * @throws DefinitionError when the activity is wrong; it names each field.
 * @throws FanfareError `config_invalid` when `clock` is no moment.
 */
export function createRehearsal(options: RehearsalOptions): Rehearsal {
  let written = options.activity;
  let definition: Definition = parseDefinition(written, 'the activity of the rehearsal');
  const { id } = definition;
  const { keep } = options;
  const world = browserOpenWorld();
  const events = createEmitter<RehearsalEvents>();

  const firstOffset = () =>
    options.clock === undefined ? 0 : momentOf(options.clock, definition) - Date.now();
  let offset = firstOffset();
  let preparingAt: number | undefined;
  const now = () => Date.now() + offset;
  const backend = createBackend(id, () => preparingAt ?? now());
  const log = createLog(now);

  let role: Role = readRole(keep) ?? { persona: options.persona ?? 'new', turn: 1 };
  let player: Player = playerOf(role.persona, role.turn, definition);
  let faults: readonly FaultName[] = [...(options.faults ?? [])];
  let drawers: Drawers = {};
  let code: string | undefined;
  /** What an earlier life of the person on stage has still to be given. */
  let isPrepared = false;
  let isTouched = false;
  let isClosed = false;
  /** The participant's id, once the page knows it. */
  let onStage: string | undefined;

  const give = async (): Promise<Kept> => ({
    exported_at: new Date().toISOString(),
    now: new Date(now()).toISOString(),
    ...role,
    faults: [...faults],
    activity: written,
    devices: drawers,
    stored: await backend.snapshot(),
    log: log.lines(),
  });
  const take = async (kept: Kept | undefined) => {
    await backend.restore(kept?.stored);
    drawers = kept?.devices ?? {};
    if (kept) offset = Date.parse(kept.now) - Date.parse(kept.exported_at);
  };
  const hasChanged = () => {
    const changed = backend.takeChanged() || isTouched;
    isTouched = false;
    return changed;
  };
  const keeper: Keeper = keep
    ? keepUnder<Kept>(keep, { take, give, hasChanged }, () => {
        void alone(async () => {}).then(() => events.emit('change', { what: 'time' }));
      })
    : keepNothing();

  const alone: Keeper['alone'] = (work) => {
    if (isClosed) return Promise.reject(new TypeError('the rehearsal is closed'));
    return keeper.alone(work);
  };

  /** Sets the stage for who plays and what goes wrong; what has happened to the person before needs a live activity. */
  async function set() {
    isPrepared = false;
    player = playerOf(role.persona, role.turn, definition);
    onStage = player.member?.sub;
    await backend.stage(stagedDefinition(definition, { persona: role.persona, faults, now: now() }));
    code = role.persona === 'friend' ? await inviterCode(backend) : undefined;
    await prepareWhenLive();
  }

  async function prepareWhenLive() {
    const { start_at, end_at } = definition.schedule;
    if (isPrepared || now() < Date.parse(start_at)) return;
    isPrepared = true;
    preparingAt = Math.max(Date.parse(start_at), Math.min(now(), Date.parse(end_at) - BEFORE_END_MS));
    try {
      await prepare(backend, definition, role.persona, preparingAt);
    } finally {
      preparingAt = undefined;
    }
  }

  const changed = (what: RehearsalEvents['change']['what']) => {
    keeper.tell();
    events.emit('change', { what });
  };

  const answer = (request: Request) =>
    alone(async () => {
      await prepareWhenLive();
      const response = await backend.fetch(fromNetwork(request, player));
      onStage ??= await guestIn(request, response);
      return response;
    });
  const ready = alone(set);
  // Nobody need wait for it: whoever calls the backend hears what is wrong.
  ready.catch(() => {});
  const transport = log.noting(
    withFaults(
      async (request) => {
        await ready;
        return answer(request);
      },
      () => faults,
    ),
  );

  const token = async () => {
    await ready;
    const { member } = player;
    return member ? alone(() => backend.tokenFor(member.sub, member.name)) : undefined;
  };

  const device = (): Device => {
    const storage = storageOf(player.device, async (work) => {
      await ready;
      return alone(async () => {
        const before = JSON.stringify(drawers);
        const result = work(drawers);
        isTouched ||= JSON.stringify(drawers) !== before;
        return result;
      });
    });
    return { transport, token, environment: worldOf(storage, transport, () => code) };
  };

  const moveTo = async (at: number) => {
    await ready;
    await alone(async () => {
      offset = at - Date.now();
      isTouched = true;
      await prepareWhenLive();
    });
    changed('time');
  };

  const rehearsal: Rehearsal = {
    id,
    key: createId(world),
    ready,
    transport,
    token,
    device,
    attach(provider) {
      const stage = () => Object.assign(provider, device());
      stage();
      return events.on('change', ({ what }) => {
        const { activity } = provider;
        if (what === 'time') void activity?.refresh().catch(() => {});
        else if (what === 'state') void activity?.refreshParticipant();
        else if (what === 'stage') stage();
      });
    },
    now,
    get phase() {
      return phaseAt(definition.schedule, now());
    },
    get zone() {
      return definition.zone;
    },
    travel: async (to) => moveTo(momentOf(to, definition)),
    skip: (ms) => moveTo(now() + ms),
    get persona() {
      return role.persona;
    },
    async play(persona) {
      await ready;
      await alone(async () => {
        role = { persona, turn: role.turn + 1 };
        writeRole(keep, role);
        await set();
      });
      changed('stage');
    },
    get faults() {
      return faults;
    },
    async setFaults(next) {
      await ready;
      const wasEmpty = faults.includes('pool-empty');
      faults = [...next];
      isTouched = true;
      if (faults.includes('pool-empty') === wasEmpty) return changed('faults');
      await alone(set);
      changed('stage');
    },
    get facts() {
      return factsOf(definition);
    },
    async record(fact, value) {
      await ready;
      await alone(async () => {
        if (!onStage)
          throw new FanfareError(
            'rehearsal',
            'nobody_on_stage',
            `the fact "${fact}" is about nobody: no guest has come in yet. Open the page first.`,
          );
        const named = { id: createId(world), participant: onStage, name: fact };
        await backend.record(value === undefined ? named : { ...named, value });
      });
      changed('state');
    },
    async exportState() {
      await ready;
      return alone(async () => packState(await give()));
    },
    async importState(json) {
      const state = unpackState(json);
      const next = parseDefinition(state.activity, 'the activity of the state');
      if (next.id !== id)
        throw new FanfareError(
          'rehearsal',
          'state_invalid',
          `the state is of the activity "${next.id}", and this rehearsal is of "${id}". Create one of that activity.`,
        );
      await ready;
      await alone(async () => {
        [definition, written] = [next, state.activity];
        role = { persona: state.persona, turn: state.turn };
        writeRole(keep, role);
        faults = state.faults;
        log.replace(state.log);
        await take(state);
        offset = Date.parse(state.now) - Date.now();
        isTouched = true;
        await set();
      });
      changed('stage');
    },
    async reset() {
      await ready;
      await alone(async () => {
        await take(undefined);
        offset = firstOffset();
        isTouched = true;
        log.replace([]);
        await set();
      });
      changed('stage');
    },
    on: events.on,
    close() {
      isClosed = true;
      keeper.close();
    },
  };
  return rehearsal;
}

/** Who a guest turns out to be when they come in. */
async function guestIn({ url }: Request, response: Response): Promise<string | undefined> {
  if (!response.ok || !new URL(url).pathname.endsWith('/guests')) return undefined;
  const { me } = (await response.clone().json()) as { me: Me };
  return me.participant.id;
}
