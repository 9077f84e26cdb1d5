// Stands for the host's own sign-in: who is signed in, and the token that the host's server would sign for them.

export interface Person {
  id: string;
  name: string;
}

export interface Session {
  readonly person: Person | undefined;
  /** For the activity: a fresh token, or null while nobody is signed in. */
  token(): Promise<string | null>;
  signIn(person: Person | undefined): void;
}

const KEY = 'new-year.person';

function remembered(): Person | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param endpoint A backend in development mode, which signs tokens for anybody. */
export function createSession(endpoint: string, activity: string): Session {
  let person = remembered();
  return {
    get person() {
      return person;
    },
    async token() {
      if (!person) return null;
      const answer = await fetch(`${endpoint}/v1/dev/token`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ activity, sub: person.id, name: person.name }),
      });
      if (!answer.ok) throw new Error(`the sign-in answered ${answer.status}`);
      return ((await answer.json()) as { token: string }).token;
    },
    signIn(next) {
      person = next;
      try {
        sessionStorage.setItem(KEY, JSON.stringify(next ?? null));
      } catch {
        // Blocked storage: signed in until the page goes.
      }
    },
  };
}
