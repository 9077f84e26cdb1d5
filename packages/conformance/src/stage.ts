// One activity and the people who call it.
import { type Output, pathOf, type Route, type RouteName, routes } from '@fanfare/protocol';
import type { SendOptions } from './client.js';
import type { Exchange } from './exchange.js';
import { check, NotCertified } from './verdict.js';
import type { World } from './world.js';

/** Whoever has a token. */
export interface Caller {
  token: string;
}

/** A participant with a token. */
export interface Person extends Caller {
  id: string;
}

/** A call of a route: the parts of its path and its query beside what is sent. */
export interface CallOptions extends SendOptions {
  params?: Record<string, string>;
  query?: Record<string, string>;
}

/** An activity under test. */
export interface Stage {
  id: string;
  /** An origin whose pages may act; null when the kit does not know one. */
  origin: string | null;
  call(route: RouteName, options?: CallOptions): Promise<Exchange>;
  /** A member whom the backend has never seen, unless `sub` is of one. */
  member(name?: string, sub?: string): Promise<Person>;
  /** Claims of a good token for a new member. */
  claims(): Record<string, unknown> & { sub: string };
  /** The member's state, and the answer that told it. */
  me(person: Caller): Promise<Output<'participant.get'> & { answer: Exchange }>;
  /** A keyed call of a person's, with a fresh key and an empty body unless `options` has others. */
  act(route: RouteName, person: Caller, options?: CallOptions): Promise<Exchange>;
  draw(person: Caller, options?: CallOptions): Promise<Exchange>;
  /** A member who has a chance to draw. */
  drawer(): Promise<Person>;
  fact(person: Pick<Person, 'id'>, name: string, id?: string): Promise<Exchange>;
}

const TOKEN_SECONDS = 1800;

/** Works with the activity `id`. */
export function createStage(world: World, id: string, origin: string | null): Stage {
  const claims: Stage['claims'] = () => {
    const now = Math.floor(world.clock.now() / 1000);
    return { sub: world.unique('kit-person'), aud: world.project, iat: now, exp: now + TOKEN_SECONDS };
  };
  const stage: Stage = {
    id,
    origin,
    call(name, { params, query, ...options } = {}) {
      const route: Route = routes[name];
      return world.send(route.method, pathOf(route, { activity: id, ...params }, query), options);
    },
    async member(name, sub) {
      const own = { ...claims(), ...(name !== undefined && { name }), ...(sub !== undefined && { sub }) };
      if (world.signer) return { id: own.sub, token: await world.signer.sign(own) };
      if (world.options.tokens) return { id: own.sub, token: await world.options.tokens(own.sub) };
      throw new NotCertified(world.missing('members')!);
    },
    claims,
    me: async ({ token }) => {
      const answer = await stage.call('participant.get', { token });
      return { ...answer.ok('participant.get'), answer };
    },
    act: (route, { token }, options = {}) =>
      stage.call(route, { token, key: world.unique('key'), body: {}, ...options }),
    draw: (person, options = {}) =>
      stage.act('lottery.draw', person, { body: { client_seed: 'kit' }, ...options }),
    async drawer() {
      const person = await stage.member();
      const answer = await stage.call('participant.get', { token: person.token });
      const { chances } = answer.ok('participant.get').sections;
      check(chances !== undefined, 'section `chances` in `me` of an activity with a lottery', answer);
      if (chances.left === 0)
        throw new NotCertified(`activity "${id}" gives a new participant no chance to draw`);
      return person;
    },
    fact: ({ id: participant }, name, fact = world.unique('fact')) => {
      if (world.options.hostKey === undefined) throw new NotCertified(world.missing('facts')!);
      return stage.call('fact.record', {
        token: world.options.hostKey,
        body: { id: fact, participant, name },
      });
    },
  };
  return stage;
}
