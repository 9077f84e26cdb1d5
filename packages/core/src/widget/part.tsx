// Parts that most pages never show come when they are needed. A part imports nothing that the page has loaded before
// it (a bundler would cut the first load in pieces for that): it draws with the `h` it is given.
import { Component, type ComponentChildren, h } from 'preact';
import { adoptStyles } from './styles.js';

/** What a module that is loaded later exports. */
export interface LatePart<Props> {
  css: string;
  draw(create: typeof h, props: Props): ComponentChildren;
}

export interface PartProps<Props> {
  load(): Promise<LatePart<Props>>;
  with: Props;
  /** Stands there meanwhile, and for good if the part cannot be loaded; without it that is a problem to be told. */
  children?: ComponentChildren;
}

interface PartState<Props> {
  part?: LatePart<Props>;
  error?: unknown;
}

/** Shows a part once it is loaded, with its styles. */
export class Part<Props extends object> extends Component<PartProps<Props>, PartState<Props>> {
  private readonly place = (element: Element | null) => {
    const { part } = this.state;
    const root = element?.getRootNode();
    if (part && root instanceof ShadowRoot) adoptStyles(root, [part.css]);
  };

  override componentDidMount() {
    this.props.load().then(
      (part) => this.setState({ part }),
      (error: unknown) => this.setState({ error }),
    );
  }

  override render({ children, with: props }: PartProps<Props>, { part, error }: PartState<Props>) {
    if (error && !children) throw error;
    return part ? (
      <div class="part" ref={this.place}>
        {part.draw(h, props)}
      </div>
    ) : (
      children
    );
  }
}
