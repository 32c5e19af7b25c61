import type { Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import { isWithin } from "./nav-items";

/** What everybody may read, so that who signs in there goes on reading. */
const OPEN_ROOMS = [
  ...["/organisations", "/activities", "/projects", "/experiences", "/events"],
  ...["/heritage", "/cooperations"],
];

/** Where one signs in, and comes back from to what everybody may read: other addresses may hold a secret. */
export const signInHref = (locale: Locale, current: string) => {
  const isOpen = OPEN_ROOMS.some((room) => isWithin(current, room));
  return path(locale, "/sign-in", { from: isOpen ? path(locale, current) : undefined });
};
