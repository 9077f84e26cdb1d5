// A modal dialog: the native one, or where there is none (Safari before 15.4) the same by hand.
import { Component, type ComponentChildren, createRef } from 'preact';

interface DialogProps {
  label: string;
  onClose(): void;
  children: ComponentChildren;
}

export class Dialog extends Component<DialogProps> {
  private readonly element = createRef<HTMLDialogElement>();
  private before: HTMLElement | null = null;

  override componentDidMount() {
    const dialog = this.element.current!;
    this.before = (dialog.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
    if (dialog.showModal as unknown) dialog.showModal();
    else {
      dialog.setAttribute('open', '');
      dialog.setAttribute('role', 'dialog');
      dialog.querySelector<HTMLElement>('button')?.focus();
    }
  }

  override componentWillUnmount() {
    const dialog = this.element.current!;
    if (dialog.close as unknown) dialog.close();
    this.before?.focus();
  }

  private readonly onCancel = (event: Event) => {
    // Closing is for the state to do.
    event.preventDefault();
    this.props.onClose();
  };

  private readonly onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.onCancel(event);
    else if (event.key === 'Tab' && !(this.element.current!.showModal as unknown)) this.keepFocus(event);
  };

  private keepFocus(event: KeyboardEvent) {
    const stops = [
      ...this.element.current!.querySelectorAll<HTMLElement>('button, a[href], input, textarea'),
    ];
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (event.target !== edge) return;
    event.preventDefault();
    (event.shiftKey ? stops[stops.length - 1] : stops[0])?.focus();
  }

  override render({ label, onClose, children }: DialogProps) {
    return (
      <dialog
        ref={this.element}
        class="dialog"
        part="dialog"
        aria-modal="true"
        aria-label={label}
        onCancel={this.onCancel}
        onKeyDown={this.onKeyDown}
        onClick={(event) => event.target === event.currentTarget && onClose()}
      >
        {children}
      </dialog>
    );
  }
}
