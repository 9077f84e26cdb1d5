// A text node that follows a signal without rendering anything again: what changes every second costs one
// assignment.
import { effect, type ReadonlySignal } from '@preact/signals-core';
import { Component, h } from 'preact';

interface LiveTextProps {
  value: ReadonlySignal<string>;
  class?: string;
  part?: string;
}

export class LiveText extends Component<LiveTextProps> {
  private stop = () => {};
  private readonly text = typeof document === 'undefined' ? undefined : document.createTextNode('');

  private readonly attach = (element: HTMLElement | null) => {
    this.stop();
    if (!element || !this.text) return;
    const { text } = this;
    element.append(text);
    this.stop = effect(() => {
      text.data = this.props.value.value;
    });
  };

  override shouldComponentUpdate(next: LiveTextProps) {
    return next.value !== this.props.value;
  }

  override componentDidUpdate() {
    this.attach(this.text?.parentElement ?? null);
  }

  override render({ value: _, ...rest }: LiveTextProps) {
    return h('span', { ...rest, ref: this.attach });
  }
}
