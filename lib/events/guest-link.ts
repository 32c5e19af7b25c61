import "server-only";
import { seal, unseal } from "@/lib/core/auth/seal";
import { hashToken } from "@/lib/core/auth/tokens";

const ABOUT = "event guest";

/**
 * The secret of a guest's letters. No row is made for it: it opens their page as long as the guest is there, who goes some weeks after
 * the event.
 */
export const guestToken = (guestId: string): string => seal(guestId, ABOUT);

/** Which guest a token stands for; null for one that this portal has not made. */
export const readGuestToken = (token: string): string | null => unseal(token, ABOUT);

/** By what a guest's address is known among the parties of an event. */
export const guestKeyOf = (email: string): string => hashToken(email);

/** A guest's own page, without language. */
export const guestPage = (token: string): string => `/guest?${new URLSearchParams({ token })}`;

/** Where a guest changes what they gave, without language. */
export const guestChangePage = (token: string): string =>
  `/guest/change?${new URLSearchParams({ token })}`;

/** Where a guest who came answers the one question, without language. */
export const guestAfterPage = (token: string): string =>
  `/guest/after?${new URLSearchParams({ token })}`;
