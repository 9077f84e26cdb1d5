// The frame around every widget's view: loading, problem and retry look and behave alike everywhere.
import { Component, type ComponentChildren } from 'preact';
import { loadProblem } from './load-problem.js';
import { Part } from './part.js';
import type { ShellProblem } from './problem.js';
import type { ShellKey } from './shell.text.js';
import type { Translate } from './text.js';

export type { ShellProblem };

export interface ShellProps {
  t: Translate<ShellKey>;
  isLoading: boolean;
  /** Stands instead of the view, or above it where the view can still be read. */
  problem?: ShellProblem | undefined;
  onBroken(error: unknown): void;
  children?: ComponentChildren;
}

/** Catches what a view throws, so that nothing reaches the host page. */
export class Shell extends Component<ShellProps, { isBroken: boolean }> {
  override state = { isBroken: false };

  override componentDidCatch(error: unknown) {
    this.setState({ isBroken: true });
    this.props.onBroken(error);
  }

  override render({ t, isLoading, problem, children }: ShellProps) {
    const broken = this.state.isBroken && {
      code: 'broken',
      message: '',
      retry: () => this.setState({ isBroken: false }),
    };
    const shown = broken || problem;
    return (
      <>
        {shown && (
          <Part load={loadProblem} with={{ ...shown, t }}>
            {shown.retry ? (
              <button type="button" part="retry" onClick={shown.retry}>
                {t('retry')}
              </button>
            ) : (
              <div class="wait" />
            )}
          </Part>
        )}
        {isLoading && !shown && <div class="wait" part="loading" role="status" aria-label={t('loading')} />}
        {!broken && children}
      </>
    );
  }
}
