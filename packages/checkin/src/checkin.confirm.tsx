// A question in place: it takes the focus, Escape says no, and the focus goes back to where it came from.
import { Component, type ComponentChildren, createRef } from 'preact';

interface ConfirmProps {
  title: string;
  cancel: string;
  onCancel(): void;
  children: ComponentChildren;
}

export class Confirm extends Component<ConfirmProps> {
  private readonly element = createRef<HTMLFieldSetElement>();
  private before: Element | null = null;

  override componentDidMount() {
    const element = this.element.current!;
    const root = element.getRootNode();
    this.before = root instanceof ShadowRoot ? root.activeElement : null;
    element.focus();
    element.scrollIntoView({ block: 'nearest' });
  }

  override componentWillUnmount() {
    if (this.before instanceof HTMLElement) this.before.focus();
  }

  override render({ title, cancel, onCancel, children }: ConfirmProps) {
    return (
      <fieldset
        ref={this.element}
        class="confirm"
        part="confirm"
        tabIndex={-1}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      >
        <legend class="title">{title}</legend>
        {children}
        <button type="button" class="plain" onClick={onCancel}>
          {cancel}
        </button>
      </fieldset>
    );
  }
}
