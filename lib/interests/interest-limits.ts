/** How long each of the three answers is, in graphemes. */
export const ANSWER_MIN = 150;
export const ANSWER_MAX = 600;

/** Longest message, question, answer or explanation, in graphemes. */
export const WORDS_MAX = 1000;
