// The part of the controller that works: which scenes there are, with which data, and one poster after another.
import { type Activity, createCleanup, type Emit, type World } from '@fanfare/core';
import { computed, effect, type Signal, signal, untracked } from '@preact/signals-core';
import type { PosterActions } from './poster.actions.js';
import { fingerprint, missingOf } from './poster.bindings.js';
import type { PosterConfig, SceneChoice } from './poster.config.js';
import { dataOf } from './poster.data.js';
import type { posterFacts } from './poster.facts.js';
import { createHandOver } from './poster.hand-over.js';
import { webLink } from './poster.link.js';
import { createMake } from './poster.make.js';
import { rememberName } from './poster.memory.js';
import { idOf, offersOf } from './poster.offers.js';
import { createQueue, type Job } from './poster.queue.js';
import { chosenCard, type PosterEvent, type PosterState, reduce } from './poster.state.js';
import { pageTools, type Tools } from './poster.tools.js';
import { troubleOf } from './poster.trouble.js';
import { textsOf } from './poster.words.js';
import type { PosterData } from './scene/bind.js';
import { pickLocale } from './scene/bind.js';
import { fitScene } from './scene/fit-scene.js';
import type { Scene } from './scene/scene.js';
import { sizes } from './scene/sizes.js';

export interface EngineOptions {
  config: PosterConfig;
  activity: Activity | null;
  emit: Emit<typeof posterFacts>;
  world: World;
  tools: Partial<Tools> | undefined;
  state: Signal<PosterState>;
}

export interface Engine {
  actions: PosterActions;
  destroy(): void;
}

/** Typing is shown on the poster after so long a pause. */
const TYPING_MS = 500;
/** The day and the time slot may change while a page is open. */
const LOOK_AGAIN_MS = 600_000;

export function createEngine({ config, activity, emit, world, tools: given, state }: EngineOptions): Engine {
  const tools: Tools = { ...pageTools(), ...given };
  const cleanup = createCleanup();
  const locale = signal<string | undefined>(undefined);
  const moment = signal(0);
  const answers = computed(() => state.value.answers);
  const memory = rememberName(activity);
  let loading = 0;
  let stopTyping = () => {};

  const dispatch = (event: PosterEvent) => {
    state.value = reduce(state.peek(), event);
  };
  const make = createMake({ config, tools, emit, dispatch, locale: () => locale.peek()! });
  const queue = createQueue(make.run);
  const handOver = createHandOver({ state, tools, emit, dispatch, fileOf: make.fileOf });
  cleanup.add(() => {
    queue.destroy();
    make.destroy();
    stopTyping();
  });

  /** Undefined while it is not known what belongs on a poster. */
  const dataNow = (): PosterData | undefined => {
    if (!activity) return dataOf(config, activity, answers.value, locale.value!, world.wall());
    // A poster with a link that is not yet the participant's own would be given away at once.
    if (activity.status.value === 'loading' || activity.participantStatus.value === 'loading')
      return undefined;
    if (activity.status.value === 'failed' && !config.data) return undefined;
    return dataOf(config, activity, answers.value, locale.value!, activity.now());
  };

  async function offer(data: PosterData) {
    const turn = ++loading;
    const choices = offersOf(config, data);
    try {
      const scenes = await Promise.all(choices.map(loadChoice));
      if (turn === loading) show(choices, scenes, data);
    } catch (error) {
      if (turn !== loading) return;
      console.error(troubleOf(error).message);
      dispatch({ type: 'lost' });
    }
  }

  const loadChoice = (choice: SceneChoice) =>
    typeof choice === 'string' ? tools.loadScene(choice) : Promise.resolve(choice);

  let jobs: readonly Job[] = [];
  function show(choices: readonly SceneChoice[], scenes: readonly Scene[], data: PosterData) {
    const link = webLink(data.link);
    // The ready scenes would lead to their example's address.
    if (!data.link && choices.some((choice) => typeof choice === 'string'))
      return dispatch({ type: 'emptied' });
    const known = dataOf(config, activity, {}, locale.peek()!, activity?.now() ?? world.wall());
    const cards = scenes.map((scene, index) => ({
      id: idOf(choices[index]!, index),
      name: pickLocale(nameOf(scene), locale.peek()!),
      shape: shapeOf(scene, config.size),
      asks: config.ask ? missingOf(scene, known) : [],
      print: `${locale.peek()} ${fingerprint(scene, data)}`,
    }));
    jobs = cards.map(({ id, print }, index) => ({ id, print, scene: choices[index]!, data }));
    dispatch({
      type: 'offered',
      cards,
      link,
      texts: textsOf(config.copies, { ...data, link }, locale.peek()!),
    });
    wantNear();
  }

  /** The poster in front and those that the next swipe may bring. */
  function wantNear() {
    const at = Math.max(
      0,
      jobs.findIndex(({ id }) => id === chosenCard(state.peek())?.id),
    );
    queue.want([at, at + 1, at - 1].flatMap((index) => jobs[index] ?? []));
  }

  function follow() {
    cleanup.add(
      effect(() => {
        moment.value;
        const data = dataNow();
        if (data) untracked(() => void offer(data));
      }),
    );
    // While answers are awaited there is time.
    if (!loading) void tools.prepare({ worker: config.worker, type: `image/${config.type}` });
    const lookAgain = () => {
      moment.value++;
      cancel = world.after(LOOK_AGAIN_MS, lookAgain);
    };
    let cancel = world.after(LOOK_AGAIN_MS, lookAgain);
    cleanup.add(() => cancel());
    cleanup.listen(world.document, 'visibilitychange', () => {
      if (world.document?.visibilityState === 'visible') moment.value++;
    });
  }

  const actions: PosterActions = {
    wake(language, kept) {
      const isFirst = locale.peek() === undefined;
      locale.value = language;
      if (!isFirst) return;
      dispatch({ type: 'woke', place: { isWechat: tools.isWechat, isPhone: tools.isPhone } });
      if (kept) dispatch({ type: 'kept', kept });
      else
        void memory.read().then((nickname) => {
          if (nickname) dispatch({ type: 'answered', answers: { nickname }, isFinal: true });
        });
      follow();
    },
    choose(id) {
      dispatch({ type: 'choose', id });
      wantNear();
    },
    preview(answers) {
      stopTyping();
      stopTyping = world.after(TYPING_MS, () => dispatch({ type: 'answered', answers, isFinal: false }));
    },
    answer(answers = {}) {
      stopTyping();
      dispatch({ type: 'answered', answers, isFinal: true });
      if (answers.nickname !== undefined) void memory.write(answers.nickname);
    },
    async takeAvatar(picture) {
      const avatar = await tools.open(picture);
      cleanup.add(() => tools.release(avatar));
      dispatch({ type: 'answered', answers: { avatar }, isFinal: false });
    },
    ask: () => dispatch({ type: 'ask' }),
    retry() {
      const card = chosenCard(state.peek());
      if (card) queue.again(card.id);
      else moment.value++;
    },
    ...handOver,
  };
  return { actions, destroy: cleanup.run };
}

const nameOf = ({ name = '' }: Scene) => (typeof name === 'string' ? { '*': name } : name);

/** Only to keep the place: a scene that is wrong is told by the painter. */
function shapeOf(scene: Scene, size: PosterConfig['size']): { width: number; height: number } {
  try {
    const { width, height } = fitScene({ ...scene, layers: [] }, sizes[size]);
    return { width: Math.round(width), height: Math.round(height) };
  } catch {
    return { width: 750, height: 1334 };
  }
}
