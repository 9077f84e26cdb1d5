// What only a backend in development mode does, and what the host's server does for the page.

const post = async (url: string, body: object): Promise<void> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
};

/** Moves the backend's clock; it goes on ticking from there. */
export const moveClock = (endpoint: string, to: number): Promise<void> =>
  post(`${endpoint}/v1/dev/clock`, { now: new Date(to).toISOString() });

/** Asks the host's server to record a fact that grants one chance: the key for that is not the page's. */
export const giveChance = (participant: string): Promise<void> => post('/host/gift', { participant });
