/** What the club team writes to an applicant, or notes for itself, in graphemes. */
export const VETTING_WORDS_MAX = 2000;
