// The frame around every widget's view: loading, problem and retry look and behave alike everywhere.
import { Component, type ComponentChildren } from 'preact';
import { type ShellKey, wordsFor } from './shell.text.js';
import type { Translate } from './text.js';

/** What went wrong, as far as a person and a developer need it. */
export interface ShellProblem {
  code: string;
  message: string;
  retry?: (() => void) | undefined;
}

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
        {shown && <Problem t={t} {...shown} />}
        {isLoading && !shown && <div class="wait" part="loading" role="status" aria-label={t('loading')} />}
        {!broken && children}
      </>
    );
  }
}

function Problem({ t, code, message, retry }: ShellProblem & { t: Translate<ShellKey> }) {
  return (
    <div class="problem" part="problem" role="alert">
      <p>{t(wordsFor(code), { message })}</p>
      {retry && (
        <button type="button" part="retry" onClick={retry}>
          {t('retry')}
        </button>
      )}
    </div>
  );
}
