/** What every widget stands on is in this file's chunk: the loader asks for it beside the widget's own. */
export const base = true;
