// What the compiler knows of a page with the script: tags, window.Fanfare, and what mount() takes.
import type { Fanfare } from '@fanfare/elements';
import { expectTypeOf, it } from 'vitest';

it('knows every tag, and what mount() gives back', () => {
  expectTypeOf<HTMLElementTagNameMap['fanfare-lottery']['kind']>().toEqualTypeOf<
    'wheel' | 'grid' | undefined
  >();
  expectTypeOf<HTMLElementTagNameMap>().toHaveProperty('fanfare-activity');
  expectTypeOf<HTMLElementTagNameMap>().toHaveProperty('fanfare-countdown');
  expectTypeOf<HTMLElementTagNameMap>().toHaveProperty('fanfare-poster');
  expectTypeOf<HTMLElementTagNameMap>().toHaveProperty('fanfare-invite');
  expectTypeOf<HTMLElementTagNameMap>().toHaveProperty('fanfare-checkin');
  const use = async (fanfare: Fanfare) => {
    const wheel = await fanfare.mount('lottery', '#wheel', { kind: 'grid' });
    wheel.on('drawn', ({ prize }) => expectTypeOf(prize).toEqualTypeOf<string | null>());
    // @ts-expect-error No such widget.
    await fanfare.mount('wheel', '#wheel');
    // @ts-expect-error No such kind.
    await fanfare.mount('lottery', '#wheel', { kind: 'slot' });
  };
  expectTypeOf(use).toBeFunction();
});
