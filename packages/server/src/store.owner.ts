/** Who and where: the key of everything that belongs to one participant of one activity. */
export interface Owner {
  activity: string;
  /** The participant's id: the `sub` of the host's token, or `guest_...`. */
  participant: string;
}
