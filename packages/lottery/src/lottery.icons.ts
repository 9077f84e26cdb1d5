// An icon for each kind of prize, for prizes without an image.
import type { PublicPrize } from '@fanfare/protocol';

/** Outlines in a box of 24 by 24, filled by the even-odd rule. */
export const ICONS: Record<PublicPrize['kind'], string> = {
  goods: 'M2 8h20v4H2zm1 5h8v9H3zm10 0h8v9h-8zM12 7C8 7 5.5 6.5 5.5 4S10 1 12 5c2-4 6.5-3.5 6.5-1S16 7 12 7z',
  coupon: 'M2 5h20v5a2 2 0 0 0 0 4v5H2v-5a2 2 0 0 0 0-4zm13 2v2h2V7zm0 4v2h2v-2zm0 4v2h2v-2z',
  points: 'M12 1l3.3 7 7.7.9-5.7 5.2 1.6 7.6L12 18l-6.9 3.7 1.6-7.6L1 8.9 8.7 8z',
  cash: 'M5 1h14a1 1 0 0 1 1 1v3q-8 6-16 0V2a1 1 0 0 1 1-1zM4 8q3 2 5.2 2.3a2.8 2.8 0 0 0 5.6 0Q17 10 20 8v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1z',
  none: 'M12 1a11 11 0 1 0 .01 0zM7 8h3v3H7zm7 0h3v3h-3zm-8 6h12q-2 5-6 5t-6-5z',
};
