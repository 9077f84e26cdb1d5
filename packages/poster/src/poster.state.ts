// What the poster is doing, as seen at the scene that is in front:
//
//   asleep --wake--> waiting --offered--> asking / rendering --made--> ready
//                       |                               \--failed--> failed --retry--> rendering
//                       \--offered, without a link--> empty
import type { Stage } from './render/options.js';

/** What a scene shows of a person that nobody has told yet. */
export type Ask = 'nickname' | 'avatar';
/** What the person has answered; the avatar as an address. */
export type Answers = { [Key in Ask]?: string };

/** A finished poster. */
export interface Picture {
  /** Address for an `<img>`. */
  url: string;
  alt: string;
  width: number;
  height: number;
}

export interface Trouble {
  /** A code of the painter. */
  code: string;
  /** For developers: what is wrong and what to do. */
  message: string;
  /** The layer, as errors call it. */
  layer?: string | undefined;
}

/** One scene of the gallery and how far its poster is. */
export interface Card {
  id: string;
  name: string;
  /** Width by height in design units. */
  shape: { width: number; height: number };
  asks: readonly Ask[];
  /** The same as long as its poster would be the same. */
  print: string;
  work:
    | { phase: 'waiting' }
    | { phase: 'rendering'; stage: Stage; done: number }
    | { phase: 'ready'; picture: Picture }
    | { phase: 'failed'; trouble: Trouble };
  /** The last finished poster, to look at while the next is made. */
  last?: Picture | undefined;
}

/** Help that lies over the page: how to share here, or a text to copy by hand. */
export type Help = { kind: 'guide' } | { kind: 'copy'; text: string };
/** A short word about what was done. */
export type Notice = 'saved' | 'shared' | 'linkCopied' | 'textCopied' | 'shareFailed';

/** What a person has chosen, which a change of options must not undo. */
export interface Kept {
  chosen: string;
  answers: Answers;
  hasAnswered: boolean;
}

export interface PosterState extends Kept {
  phase: 'asleep' | 'offline' | 'waiting' | 'empty' | 'asking' | 'rendering' | 'ready' | 'failed';
  cards: readonly Card[];
  /** What the page may offer here. */
  canShare: boolean;
  isWechat: boolean;
  isPhone: boolean;
  link: string | undefined;
  texts: readonly string[];
  help?: Help | undefined;
  notice?: Notice | undefined;
}

export type PosterEvent =
  | { type: 'woke'; place: Pick<PosterState, 'isWechat' | 'isPhone'> }
  | { type: 'lost' }
  | { type: 'kept'; kept: Kept }
  | {
      type: 'offered';
      cards: readonly Omit<Card, 'work' | 'last'>[];
      link?: string;
      texts: readonly string[];
    }
  | { type: 'emptied' }
  | { type: 'choose'; id: string }
  | { type: 'started'; id: string }
  | { type: 'staged'; id: string; stage: Stage; done: number }
  | { type: 'made'; id: string; picture: Picture; canShare: boolean }
  | { type: 'failed'; id: string; trouble: Trouble }
  | { type: 'answered'; answers: Answers; isFinal: boolean }
  | { type: 'ask' }
  | { type: 'help'; help?: Help | undefined }
  | { type: 'told'; notice?: Notice | undefined };

export const asleep: PosterState = {
  phase: 'asleep',
  cards: [],
  chosen: '',
  answers: {},
  hasAnswered: false,
  canShare: false,
  isWechat: false,
  isPhone: false,
  link: undefined,
  texts: [],
};

/** The card in front. */
export const chosenCard = ({ cards, chosen }: Pick<PosterState, 'cards' | 'chosen'>): Card | undefined =>
  cards.find(({ id }) => id === chosen) ?? cards[0];

export function reduce(state: PosterState, event: PosterEvent): PosterState {
  switch (event.type) {
    case 'woke':
      return state.phase === 'asleep' || state.phase === 'offline'
        ? { ...state, ...event.place, phase: 'waiting' }
        : state;
    case 'lost':
      return { ...state, phase: 'offline' };
    case 'kept':
      return phased({ ...state, ...event.kept });
    case 'offered':
      return phased({
        ...state,
        link: event.link,
        texts: event.texts,
        cards: event.cards.map((card) => withWork(card, state)),
      });
    case 'emptied':
      return { ...state, phase: 'empty', cards: [] };
    case 'choose':
      return state.cards.some(({ id }) => id === event.id)
        ? phased({ ...state, chosen: event.id, notice: undefined })
        : state;
    case 'started':
      return worked(state, event.id, { phase: 'rendering', stage: 'assets', done: 0 });
    case 'staged': {
      const { id, stage, done } = event;
      const isRunning = state.cards.some((card) => card.id === id && card.work.phase === 'rendering');
      return isRunning ? worked(state, id, { phase: 'rendering', stage, done }) : state;
    }
    case 'made':
      return {
        ...worked(state, event.id, { phase: 'ready', picture: event.picture }, event.picture),
        canShare: event.canShare,
      };
    case 'failed':
      return worked(state, event.id, { phase: 'failed', trouble: event.trouble });
    case 'answered':
      return phased({
        ...state,
        answers: { ...state.answers, ...event.answers },
        hasAnswered: state.hasAnswered || event.isFinal,
      });
    case 'ask':
      return phased({ ...state, hasAnswered: false });
    case 'help':
      return { ...state, help: event.help };
    case 'told':
      return { ...state, notice: event.notice };
  }
}

/** What was made for other data is only something to look at meanwhile. */
function withWork(card: Omit<Card, 'work' | 'last'>, { cards }: PosterState): Card {
  const before = cards.find(({ id }) => id === card.id);
  const isCurrent = before?.print === card.print;
  return { ...card, work: isCurrent ? before.work : { phase: 'waiting' }, last: before?.last };
}

function worked(state: PosterState, id: string, work: Card['work'], last?: Picture): PosterState {
  const cards = state.cards.map((card) =>
    card.id === id ? { ...card, work, last: last ?? card.last } : card,
  );
  return phased({ ...state, cards });
}

/** The state with the phase that the card in front gives it. */
function phased(state: PosterState): PosterState {
  const card = chosenCard(state);
  if (!card) return state;
  const isAsking = card.asks.length > 0 && !state.hasAnswered && card.work.phase !== 'failed';
  const { phase } = card.work;
  return { ...state, phase: isAsking ? 'asking' : phase === 'waiting' ? 'rendering' : phase };
}
