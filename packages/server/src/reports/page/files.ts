// The page's files as they are sent: plain modules, no bundle.
import base from './base.css?raw';
import channels from './channels.js?raw';
import charts from './charts.css?raw';
import connection from './connection.js?raw';
import dashboard from './dashboard.js?raw';
import funnel from './funnel.js?raw';
import gate from './gate.js?raw';
import halfDays from './half-days.js?raw';
import index from './index.html?raw';
import main from './main.js?raw';
import make from './make.js?raw';
import money from './money.js?raw';
import recent from './recent.js?raw';
import css from './report.css?raw';
import section from './section.js?raw';
import table from './table.js?raw';
import text from './text.js?raw';
import words from './words.js?raw';

/** The document. */
export const document: string = index;

/** What it loads, by name. */
export const files: ReadonlyMap<string, string> = new Map([
  ['base.css', base],
  ['channels.js', channels],
  ['charts.css', charts],
  ['connection.js', connection],
  ['dashboard.js', dashboard],
  ['funnel.js', funnel],
  ['gate.js', gate],
  ['half-days.js', halfDays],
  ['main.js', main],
  ['make.js', make],
  ['money.js', money],
  ['recent.js', recent],
  ['report.css', css],
  ['section.js', section],
  ['table.js', table],
  ['text.js', text],
  ['words.js', words],
]);
