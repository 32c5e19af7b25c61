import { PROMISES } from "@/lib/core/i18n/promises";

/** How long the reason is, in graphemes; the minimum is that of Latin letters. */
export const WORDS_MIN = 40;
export const WORDS_MAX = 600;

/** What a go-between may add. */
export const NOTE_MAX = 300;

/** So many people does a member ask within 24 hours, those taken back included. */
export const INTRODUCTIONS_A_DAY = 10;

/** It waits for so many running days; so long after its end its asker does not ask the same person again. */
export const { introductionDays: WAIT_DAYS, introductionAgainDays: AGAIN_DAYS } = PROMISES;
