/** Most characters of the words with which an offer is declined, in graphemes. */
export const DECLINE_MAX = 600;

/** Most texts that one member offers in a day. */
export const OFFERED_A_DAY = 40;

/** So many translations does one account ask for within 24 hours. */
export const WISHES_A_DAY = 5;

/** So many days later those who translate may be asked again for the same one. */
export const WISHED_AGAIN_DAYS = 30;

/** So many members at most hear of one wish. */
export const MOST_ASKED = 50;
