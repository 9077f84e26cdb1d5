// "Verify this draw", and what came out.
import type { Translate } from '@fanfare/core';
import { Component } from 'preact';
import type { LaterKey } from './lottery.later-text.js';
import type { Verdict } from './lottery.verify.js';

interface ProofProps {
  t: Translate<LaterKey>;
  verify(): Promise<Verdict>;
}

interface ProofState {
  verdict?: Verdict | 'verifying';
}

export class Proof extends Component<ProofProps, ProofState> {
  override state: ProofState = {};

  private readonly onClick = async () => {
    this.setState({ verdict: 'verifying' });
    this.setState({ verdict: await this.props.verify().catch(() => 'unknown' as const) });
  };

  override render({ t }: ProofProps, { verdict }: ProofState) {
    const canAsk = verdict === undefined || verdict === 'unknown';
    return (
      <div class={`proof ${verdict ?? ''}`} part="proof">
        {canAsk && (
          <button type="button" class="link" onClick={this.onClick}>
            {t('verify')}
          </button>
        )}
        <p role="status">{verdict && t(verdict)}</p>
      </div>
    );
  }
}
