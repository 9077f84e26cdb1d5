// The last requests of a rehearsal, for reports: no tokens, no bodies, no queries.

/** One request and what became of it. */
export interface LogLine {
  /** The rehearsal's time, RFC 3339. */
  at: string;
  method: string;
  path: string;
  /** Null when no answer came. */
  status: number | null;
  /** The problem's code, where there was one. */
  code?: string;
  ms: number;
}

const KEPT = 200;

/** Notes requests on their way to a backend. */
export function createLog(now: () => number) {
  let lines: LogLine[] = [];
  const add = (line: LogLine) => {
    lines = [...lines, line].slice(-KEPT);
  };
  return {
    lines: () => lines,
    replace(next: LogLine[]) {
      lines = next.slice(-KEPT);
    },
    noting:
      (backend: (request: Request) => Promise<Response>) =>
      async (request: Request): Promise<Response> => {
        const started = performance.now();
        const line = {
          at: new Date(now()).toISOString(),
          method: request.method,
          path: new URL(request.url).pathname,
        };
        const ms = () => Math.round(performance.now() - started);
        try {
          const response = await backend(request);
          const { code } = response.ok
            ? {}
            : await response
                .clone()
                .json()
                .catch(() => ({}));
          add({ ...line, status: response.status, ...(typeof code === 'string' && { code }), ms: ms() });
          return response;
        } catch (error) {
          add({ ...line, status: null, ms: ms() });
          throw error;
        }
      },
  };
}
