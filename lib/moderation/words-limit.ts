/** What the club team may add in words of its own, in graphemes. */
export const WORDS_MAX = 2000;
