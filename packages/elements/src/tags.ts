// What `document.querySelector('fanfare-lottery')` is to the compiler: each package says it of its own tag.
export type {} from '@fanfare/checkin/element';
export type {} from '@fanfare/core/element';
export type {} from '@fanfare/countdown/element';
export type {} from '@fanfare/invite/element';
export type {} from '@fanfare/lottery/element';
export type {} from '@fanfare/poster/element';
