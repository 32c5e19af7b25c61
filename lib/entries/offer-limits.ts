/** Most characters of the words with which an offer is declined, in graphemes. */
export const DECLINE_MAX = 600;

/** Most texts that one member offers in a day. */
export const OFFERED_A_DAY = 40;
