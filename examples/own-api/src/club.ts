// The club's own API, as its app has called it for years: always 200, `ret` says what happened, times in Beijing.

export interface Campaign {
  no: string;
  caption: string;
  /** `2027-01-01 00:00:00`, Beijing time. */
  begin: string;
  finish: string;
  gifts: { giftNo: string; label: string; sort: 'REAL' | 'TICKET' | 'THANKS' }[];
}

export interface Bag {
  bagNo: string;
  giftNo: string;
  gotAt: string;
}

export interface Mine {
  memberNo: string;
  nick: string;
  spins: { total: number; spent: number };
  bag: Bag[];
}

export interface Spin {
  spinNo: string;
  giftNo: string;
  /** Null: thanks for coming. */
  bagNo: string | null;
  gotAt: string;
}

/** `ret` was not 0. */
export class ClubError extends Error {
  constructor(
    readonly ret: number,
    message: string,
  ) {
    super(message);
  }
}

/** Calls the club. */
export async function callClub<T>(
  path: string,
  session: string | undefined,
  options: RequestInit = {},
): Promise<T> {
  const headers = { 'Content-Type': 'application/json', ...(session && { 'X-Club-Session': session }) };
  const response = await fetch(`/club/${path}`, { ...options, headers });
  const { ret, msg, data } = (await response.json()) as { ret: number; msg: string; data: T };
  if (ret !== 0) throw new ClubError(ret, msg);
  return data;
}
