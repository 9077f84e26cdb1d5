// The panel without its looks: what stands in the rehearsal, and the buttons' work.
import { type Controller, createCleanup, parseConfig } from '@fanfare/core';
import type { Phase } from '@fanfare/protocol';
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { PersonaName } from '../cast.js';
import type { FaultName } from '../faults.js';
import type { Rehearsal, Scene } from '../rehearsal.js';
import { type RehearsalPanelOptions, rehearsalConfig } from './rehearsal.config.js';
import type { RehearsalKey } from './rehearsal.text.js';

/** What was done last, in a word of the panel's and its values. */
export interface News {
  key: RehearsalKey;
  values: Record<string, string>;
}

/** What the panel shows. */
export interface PanelState {
  rehearsal: Rehearsal | undefined;
  isOpen: boolean;
  isBusy: boolean;
  phase: Phase | undefined;
  persona: PersonaName | undefined;
  faults: readonly FaultName[];
  facts: readonly string[];
  news: News | undefined;
}

export interface PanelActions {
  /** The rehearsal's time, unix ms; it changes every second without the state changing. */
  time: ReadonlySignal<number>;
  toggle(): void;
  travel(scene: Scene): void;
  skip(ms: number): void;
  play(persona: PersonaName): void;
  toggleFault(fault: FaultName): void;
  record(fact: string): void;
  /** Gives the state as a file's name and text. */
  save(): Promise<{ name: string; text: string } | undefined>;
  open(file: { text(): Promise<string> }): void;
  reset(): void;
}

const SECOND_MS = 1000;

/** Creates the panel's controller. */
export function createPanel(options: RehearsalPanelOptions): Controller<PanelState, PanelActions> {
  const { rehearsal, folded } = parseConfig('rehearsal', rehearsalConfig, options);
  const cleanup = createCleanup();
  const time = signal(rehearsal?.now() ?? 0);
  const stageNow = () => ({
    phase: rehearsal?.phase,
    persona: rehearsal?.persona,
    faults: rehearsal?.faults ?? [],
    facts: rehearsal?.facts ?? [],
  });
  const state = signal<PanelState>({
    rehearsal,
    isOpen: !folded,
    isBusy: false,
    news: undefined,
    ...stageNow(),
  });
  const change = (next: Partial<PanelState>) => {
    state.value = { ...state.peek(), ...next };
  };
  const look = () => {
    time.value = rehearsal?.now() ?? 0;
    change(stageNow());
  };
  const tick = () => {
    time.value = rehearsal?.now() ?? 0;
    if (rehearsal?.phase !== state.peek().phase) look();
  };
  const failed = (error: unknown): undefined => {
    const message = error instanceof Error ? error.message : String(error);
    change({ news: { key: 'failed', values: { message } } });
  };
  if (rehearsal) {
    cleanup.add(rehearsal.on('change', look));
    // What was kept is known now: other tabs may be somewhere else in time.
    rehearsal.ready.then(look, failed);
    const timer = setInterval(tick, SECOND_MS);
    cleanup.add(() => clearInterval(timer));
  }

  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  /** Does one thing after the other, tells of it, and tells when it failed. */
  function act<T>(
    work: (rehearsal: Rehearsal) => Promise<T>,
    key: RehearsalKey,
    values: Record<string, string> = {},
  ): Promise<T | undefined> {
    if (!rehearsal) return Promise.resolve(undefined);
    waiting++;
    change({ isBusy: true });
    const done = last
      .then(() => work(rehearsal))
      .then((result) => {
        change({ news: { key, values } });
        return result;
      }, failed);
    last = done.then(() => {
      change({ isBusy: --waiting > 0 });
      look();
    });
    return done;
  }

  const actions: PanelActions = {
    time,
    toggle: () => change({ isOpen: !state.peek().isOpen }),
    travel: (scene) => void act((stage) => stage.travel(scene), 'moved'),
    skip: (ms) => void act((stage) => stage.skip(ms), 'moved'),
    play: (persona) => void act((stage) => stage.play(persona), 'on-stage', { persona }),
    toggleFault: (fault) =>
      void act(async (stage) => {
        const others = stage.faults.filter((one) => one !== fault);
        await stage.setFaults(stage.faults.includes(fault) ? others : [...others, fault]);
      }, 'faults-now'),
    record: (fact) => void act((stage) => stage.record(fact), 'sent', { fact }),
    save: () =>
      act(async (stage) => {
        const text = JSON.stringify(await stage.exportState());
        return { name: `rehearsal-${stage.id}.json`, text };
      }, 'saved'),
    open: (file) => void act(async (stage) => stage.importState(JSON.parse(await file.text())), 'opened'),
    reset: () => void act((stage) => stage.reset(), 'anew'),
  };
  return { state, actions, destroy: cleanup.run };
}
