/**
 * What a case cannot do without: participants; a key that signs tokens (to sign bad ones); activities of the kit's own
 * (the operators' route and key); facts (the host's key); a key for events; a clock that can be set.
 */
export type Need = 'members' | 'signer' | 'own' | 'facts' | 'events' | 'clock';
