// What is heard and felt. Sound is synthesised, so nothing is fetched; it is unlocked by the tap that loads this.
import type { Play } from './lottery.state.js';

/** One note: frequency in Hz, when, and for how long, in seconds. */
type Note = readonly [frequency: number, at: number, length: number];

const TUNES: { [moment: string]: readonly Note[] } = {
  start: [
    [330, 0, 0.12],
    [440, 0.07, 0.12],
    [587, 0.14, 0.2],
  ],
  won: [
    [523, 0, 0.18],
    [659, 0.12, 0.18],
    [784, 0.24, 0.18],
    [1047, 0.36, 0.6],
  ],
  none: [
    [392, 0, 0.2],
    [330, 0.16, 0.35],
  ],
};
const VIBRATIONS: { [moment: string]: number | number[] } = {
  start: 12,
  won: [30, 60, 30, 60, 90],
  none: 20,
};
const LOUDNESS = 0.12;

let context: AudioContext | undefined;

/** Plays what belongs to a change of play. */
export function accompany(play: Play, isSoundOn: boolean, isHapticsOn: boolean): void {
  const moment = play.phase === 'asking' ? 'start' : play.phase === 'shown' ? play.draw.outcome : undefined;
  if (!moment) return;
  if (isSoundOn) playTune(TUNES[moment]!);
  // Absent on iPhones, and refused without a tap: either way nothing is lost.
  if (isHapticsOn) navigator.vibrate?.(VIBRATIONS[moment]!);
}

/** Answers the switch that turns sound on. */
export const soundCheck = (): void => playTune(TUNES.start!);

function playTune(tune: readonly Note[]): void {
  if (typeof AudioContext === 'undefined') return;
  // One for the page: browsers allow only a few.
  context ??= new AudioContext();
  void context.resume();
  for (const [frequency, at, length] of tune) {
    const start = context.currentTime + at;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.type = 'triangle';
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + length);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + length);
  }
}
