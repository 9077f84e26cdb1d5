/** One line a request. Holds no token, no body and no query. */
export interface LogEntry {
  level: 'info' | 'error';
  /** RFC 3339. */
  at: string;
  method: string;
  /** The route's name; null for an address that is none. */
  route: string | null;
  status: number;
  /** Duration in milliseconds. */
  ms: number;
  request_id: string;
  /** W3C Trace Context: the trace that the request belongs to, and our span in it. */
  trace_id: string;
  span_id: string;
  /** The problem's code, where there was one. */
  code?: string;
  /** What failed, for a 500. */
  error?: string;
}

/** Takes one entry; `(entry) => console.log(JSON.stringify(entry))` writes JSON lines. */
export type Logger = (entry: LogEntry) => void;
