// Every way into a live room, wherever a widget shows one, takes along what the visitor came with.
import { type Activity, carryLink } from '@fanfare/core';

/** Links of shows get channel and inviter as soon as a finger, a pointer or the keyboard comes to them. */
export function carryAlong(activity: Activity): void {
  const prepare = async (event: Event) => {
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    const rooms = activity.definition.peek()?.sessions.map(({ url }) => url);
    const [room] = link?.href.split('?') ?? [];
    if (link && rooms?.includes(room)) link.href = await carryLink(activity, link.href);
  };
  for (const type of ['pointerover', 'focusin']) document.addEventListener(type, prepare);
}
