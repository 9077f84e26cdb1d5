// A number or code with a button that copies it.
import { Component } from 'preact';

interface CopyProps {
  label: string;
  value: string;
  copy: string;
  copied: string;
}

export class Copy extends Component<CopyProps, { isCopied: boolean }> {
  override state = { isCopied: false };

  private readonly onClick = async () => {
    try {
      await navigator.clipboard.writeText(this.props.value);
      this.setState({ isCopied: true });
    } catch {
      // No permission, or plain http: the value can be selected by hand with one tap.
    }
  };

  override render({ label, value, copy, copied }: CopyProps, { isCopied }: { isCopied: boolean }) {
    return (
      <p class="copy">
        <span>
          {label} <code>{value}</code>
        </span>
        <button type="button" class="link" onClick={this.onClick}>
          <span role="status">{isCopied ? copied : copy}</span>
        </button>
      </p>
    );
  }
}
