/** Files of one entry, and megabytes of all that one member attaches. */
export const FILES_AN_ENTRY = 10;
export const MEMBER_MEGABYTES = 200;
