/**
 * A session ends after so many days whatever happens, and without a visit after so many days, or hours where its account
 * works for the club team.
 */
export const SESSION_LIFE = { days: 30, idleDays: 14, teamIdleHours: 12 };

/** How many sessions an account has at most, those that wait for a second factor not counted. */
export const SESSIONS_AT_MOST = 20;
