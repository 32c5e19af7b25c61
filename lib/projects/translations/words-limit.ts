/** Most characters of the words with which an offer is declined, in graphemes. */
export const DECLINE_MAX = 600;
