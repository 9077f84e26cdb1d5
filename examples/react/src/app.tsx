/** @jsxImportSource react */
import { Countdown, FanfareActivity, Lottery } from '@fanfare/react';
import { type ReactNode, useState } from 'react';

const kinds = [
  ['wheel', '幸运转盘'],
  ['grid', '九宫格'],
] as const;

/** A countdown and a lottery of one activity, with what was drawn last in the page's own state. */
export function App({ endpoint }: { endpoint: string }): ReactNode {
  const [kind, setKind] = useState<'wheel' | 'grid'>('wheel');
  const [last, setLast] = useState('');

  return (
    <FanfareActivity activity="new-year" endpoint={endpoint}>
      <h1>React 里的活动</h1>
      <Countdown face="flip" />
      <div className="kinds">
        {kinds.map(([name, label]) => (
          <button key={name} type="button" aria-pressed={kind === name} onClick={() => setKind(name)}>
            {label}
          </button>
        ))}
      </div>
      <Lottery
        kind={kind}
        onDrawn={({ outcome, receipt }) =>
          setLast(`${outcome === 'won' ? '中奖' : '未中奖'} ${receipt ?? ''}`)
        }
      />
      <output>{last && `上一次：${last}`}</output>
    </FanfareActivity>
  );
}
