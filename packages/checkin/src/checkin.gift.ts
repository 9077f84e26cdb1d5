/** A gift in a box of 24 by 24, as lines. */
export const GIFT = 'M4 12v8h16v-8M3 8h18v4H3zM12 8v12M12 8C8 8 6 3 9 3c2 0 3 3 3 5 0-2 1-5 3-5 3 0 1 5-3 5';
