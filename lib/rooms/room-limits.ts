import { PROMISES } from "@/lib/core/i18n/promises";

/** How long texts of a room may be, in graphemes. */
export const ROOM_MAX = { title: 120, words: 3000, address: 400 } as const;

/** What one is invited as; who leads is decided among those who are there. */
export const INVITED_ROLES = ["partner", "adviser", "observer"] as const;

export const MOST_MILESTONES = 100;

/** Links among the documents of a room: files are bounded by their bytes. */
export const MOST_LINKS = 100;

/** All versions of all documents of a room, in bytes. */
export const ROOM_BYTES = 200 * 1024 ** 2;

/** How long somebody may think about taking over the project of an owner who was erased. */
export const OFFER_DAYS = PROMISES.offerDays;

/** What somebody writes in all their rooms within an hour, so that nobody's mail overflows with mentions. */
export const MESSAGES_AN_HOUR = 30;

export const MESSAGES_PER_PAGE = 24;

/** Messages that have not been read for so long are told of by mail. */
export const UNREAD_MINUTES = PROMISES.unreadMinutes;
