// A reference server with one thing wrong, and the case that must notice.
import type { Store } from '@fanfare/server';

type Transaction = Parameters<Parameters<Store['transaction']>[0]>[0];
type Fetch = (request: Request) => Promise<Response>;

/** What is wrong. */
export interface Defect {
  name: string;
  /** The clause whose case must fail. */
  clause: string;
  /** What that case must have expected: it failed for this reason and no other. */
  expected: RegExp;
  store?(store: Store): Store;
  fetch?(fetch: Fetch): Fetch;
}

/** A store whose transactions do some things otherwise. */
export const otherwise =
  (change: (tx: Transaction) => Partial<Transaction>) =>
  (store: Store): Store => ({
    ...store,
    transaction: (work) => store.transaction((tx) => work({ ...tx, ...change(tx) })),
  });

/** A definition that the rules see otherwise than it is published. */
export const rulesSee = (
  change: (definition: NonNullable<Awaited<ReturnType<Transaction['activity']>>>['definition']) => object,
) =>
  otherwise((tx) => ({
    activity: async (id) => {
      const activity = await tx.activity(id);
      return (
        activity && { ...activity, definition: { ...activity.definition, ...change(activity.definition) } }
      );
    },
  }));

/** Answers that are changed on their way out. */
export const answers =
  (change: (response: Response, request: Request) => Response | Promise<Response>) =>
  (fetch: Fetch): Fetch =>
  async (request) => {
    const kept = request.clone();
    return change(await fetch(request), kept);
  };

/** The same answer with other headers. */
export const withHeaders = (response: Response, headers: Record<string, string | null>): Response => {
  const changed = new Response(response.body, response);
  for (const [name, value] of Object.entries(headers))
    if (value === null) changed.headers.delete(name);
    else changed.headers.set(name, value);
  return changed;
};

/** The same answer with another JSON body. */
export const withBody = async (
  response: Response,
  change: (body: never) => unknown,
  status = response.status,
): Promise<Response> =>
  new Response(JSON.stringify(change((await response.json()) as never)), {
    status,
    headers: response.headers,
  });

/** The same request with another body or other headers. */
export async function resend(
  request: Request,
  change: { body?: (body: Record<string, unknown>) => unknown; headers?: Record<string, string> },
): Promise<Request> {
  const text = await request.text();
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(change.headers ?? {})) headers.set(name, value);
  const body = change.body && text ? JSON.stringify(change.body(JSON.parse(text))) : text || null;
  return new Request(request.url, { method: request.method, headers, body });
}
