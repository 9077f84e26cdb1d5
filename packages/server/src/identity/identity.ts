/** A verified caller. `name` and `avatar` are the host's claims, cleaned. */
export interface Identity {
  kind: 'guest' | 'member';
  id: string;
  name?: string;
  avatar?: string;
}
