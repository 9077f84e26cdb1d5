// A problem in words, with a way out. Loaded with the first problem, and in the background by pages that could have one.
import type { h } from 'preact';
import problemCss from './problem.css?inline';
import { problemText, wordsFor } from './problem.text.js';
import type { ShellKey } from './shell.text.js';
import type { Translate } from './text.js';

export const css: string = problemCss;

/** What went wrong, as far as a person and a developer need it. */
export interface ShellProblem {
  code: string;
  message: string;
  retry?: (() => void) | undefined;
}

export interface ProblemProps extends ShellProblem {
  t: Translate<ShellKey>;
}

export const draw = (create: typeof h, { t, code, message, retry }: ProblemProps) =>
  create(
    'div',
    { class: 'problem', part: 'problem', role: 'alert' },
    create('p', null, t.with(problemText)(wordsFor(code), { message })),
    retry && create('button', { type: 'button', part: 'retry', onClick: retry }, t('retry')),
  );
