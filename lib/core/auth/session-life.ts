import { PROMISES } from "../i18n/promises";

/**
 * A session ends after so many days whatever happens, and without a visit after so many days, or hours where its account
 * works for the club team.
 */
export const SESSION_LIFE = {
  days: PROMISES.sessionDays,
  idleDays: PROMISES.idleDays,
  teamIdleHours: PROMISES.teamIdleHours,
};

/** How many sessions an account has at most, those that wait for a second factor not counted. */
export const SESSIONS_AT_MOST = 20;

/** A browser stays known to an account for so many days after it last signed in. */
export const KNOWN_BROWSER_DAYS = 365;

/** How many browsers an account knows at most: the ones that signed in last. */
export const KNOWN_BROWSERS_AT_MOST = 20;
