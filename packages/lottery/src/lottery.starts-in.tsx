// The time to the start, second by second, without rendering anything again.
import { type Activity, LiveText, onSecond, type Translate } from '@fanfare/core';
import { type Signal, signal } from '@preact/signals-core';
import { Component } from 'preact';
import type { PlayKey } from './lottery.play-text.js';

interface StartsInProps {
  activity: Activity;
  startAt: string;
  t: Translate<PlayKey>;
}

export class StartsIn extends Component<StartsInProps> {
  private readonly words: Signal<string> = signal('');
  private stop = () => {};

  private readonly tell = () => {
    const { activity, startAt, t } = this.props;
    const left = Math.max(0, Math.ceil((Date.parse(startAt) - activity.now()) / 1000));
    this.words.value = t('startsIn', { time: spell(left, t) });
  };

  override componentDidMount() {
    const { activity } = this.props;
    this.stop = onSecond(activity.clock, activity.environment, this.tell);
    this.tell();
  }

  override componentDidUpdate() {
    this.tell();
  }

  override componentWillUnmount() {
    this.stop();
  }

  override render() {
    return (
      <div class="starts-in" role="timer">
        <LiveText value={this.words} />
      </div>
    );
  }
}

/** `2 days 03:21:09`. */
export function spell(seconds: number, t: Translate<PlayKey>): string {
  const part = (unit: number, size: number) => String(Math.floor(seconds / unit) % size).padStart(2, '0');
  const time = `${part(3600, 24)}:${part(60, 60)}:${part(1, 60)}`;
  const n = Math.floor(seconds / 86_400);
  return n ? t('days', { n, time }) : time;
}
