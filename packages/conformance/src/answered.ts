/** What was sent. */
export interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
}

/** A request with what came back; status 0 when nothing did. */
export interface Answered {
  sent: Sent;
  status: number;
  headers: Headers;
  text: string;
}
