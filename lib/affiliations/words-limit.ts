/** Longest texts, in graphemes. */
export const AFFILIATION_MAX = { words: 600, position: 120 } as const;
