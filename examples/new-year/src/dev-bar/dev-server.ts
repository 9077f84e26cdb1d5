// What only a backend in development mode does, and what the host's server does for the page.

const post = async (url: string, body: object, headers: Record<string, string> = {}): Promise<Response> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer;
};

/** Moves the backend's clock; it goes on ticking from there. */
export async function moveClock(endpoint: string, to: number): Promise<void> {
  await post(`${endpoint}/v1/dev/clock`, { now: new Date(to).toISOString() });
}

/** Asks the host's server to record a fact, without a name the one that grants a chance: the key is not the page's. */
export const recordFact = (participant: string, name?: string): Promise<void> =>
  post('/host/gift', { participant, name }).then(() => {});

/** A new guest who accepts this code and does what makes a friend count. */
export async function bringFriend(endpoint: string, activity: string, code: string): Promise<void> {
  const base = `${endpoint}/v1/activities/${activity}`;
  const guest = await post(`${base}/guests`, {});
  const { token, me } = (await guest.json()) as { token: string; me: { participant: { id: string } } };
  await post(
    `${base}/invites/${code}/accept`,
    {},
    { Authorization: `Bearer ${token}`, 'Idempotency-Key': crypto.randomUUID() },
  );
  await recordFact(me.participant.id, 'watched');
}
