// From the page to the person: save, share, copy; where a phone refuses, help instead.
import type { Emit } from '@fanfare/core';
import type { ReadonlySignal } from '@preact/signals-core';
import type { PosterActions } from './poster.actions.js';
import type { posterFacts } from './poster.facts.js';
import { chosenCard, type PosterEvent, type PosterState } from './poster.state.js';
import type { Tools } from './poster.tools.js';

interface Surroundings {
  state: ReadonlySignal<PosterState>;
  tools: Tools;
  emit: Emit<typeof posterFacts>;
  dispatch(event: PosterEvent): void;
  fileOf(id: string): File | undefined;
}

type HandOver = Pick<PosterActions, 'save' | 'held' | 'share' | 'copyLink' | 'copyText' | 'close'>;

export function createHandOver({ state, tools, emit, dispatch, fileOf }: Surroundings): HandOver {
  const inFront = () => {
    const card = chosenCard(state.peek());
    return card?.work.phase === 'ready' ? { scene: card.id, url: card.work.picture.url } : undefined;
  };
  const guide = () => dispatch({ type: 'help', help: { kind: 'guide' } });

  async function copy(what: 'link' | 'text', text: string | undefined) {
    if (!text) return;
    const isCopied = await tools.copy(text).catch(() => false);
    if (!isCopied) return dispatch({ type: 'help', help: { kind: 'copy', text } });
    dispatch({ type: 'told', notice: what === 'link' ? 'linkCopied' : 'textCopied' });
    emit('copied', { scene: chosenCard(state.peek())?.id ?? '', what });
  }

  return {
    save() {
      const front = inFront();
      if (!front) return;
      if (tools.isWechat) return guide();
      tools.save(front.url, fileOf(front.scene)!.name);
      dispatch({ type: 'told', notice: 'saved' });
      emit('saved', { scene: front.scene, via: 'download' });
    },
    held() {
      const front = inFront();
      if (front) emit('saved', { scene: front.scene, via: 'menu' });
    },
    async share() {
      const front = inFront();
      if (!front) return;
      const file = fileOf(front.scene)!;
      if (!tools.canShare(file)) return guide();
      try {
        await tools.share(file);
        dispatch({ type: 'told', notice: 'shared' });
        emit('shared', { scene: front.scene });
      } catch (error) {
        // Closed by the person: nothing went wrong.
        if (Object(error).name === 'AbortError') return;
        dispatch({ type: 'told', notice: 'shareFailed' });
        guide();
      }
    },
    copyLink: () => void copy('link', state.peek().link),
    copyText: (index) => void copy('text', state.peek().texts[index]),
    close: () => dispatch({ type: 'help' }),
  };
}
