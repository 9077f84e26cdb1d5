import type { Person } from './session.js';

/** Whom one can be. Each name belongs to an invented person. */
export const PEOPLE: Person[] = [
  { id: 'lin', name: '林小满' },
  { id: 'chen', name: '陈一诺' },
];
