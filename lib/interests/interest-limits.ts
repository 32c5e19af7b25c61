/** How long what is proposed is, in graphemes; the minimum is that of Latin letters, and what is added may be left out. */
export const ANSWER_MIN = 40;
export const ANSWER_MAX = 600;

/** Longest message, question, answer or explanation, in graphemes. */
export const WORDS_MAX = 1000;

/** So many messages does one side write in a thread within 24 hours. */
export const MESSAGES_A_DAY = 20;

/** So many interests does a member send within 24 hours, in all and in one project, those taken back included. */
export const INTERESTS_A_DAY = 20;
export const INTERESTS_A_PROJECT = 3;

/** So many pieces of a thread are sent to a machine by one order, the last written first. */
export const MOST_ORDERED = 20;
