/** Files of one project, and megabytes of all that one member attaches. */
export const FILES_A_PROJECT = 10;
export const MEMBER_MEGABYTES = 200;
