import "server-only";
import { clubName } from "@/lib/core/i18n/club-name";
import { findFeed, listOwnCalendar } from "./calendar.queries";
import { answerWithCalendar, noCalendar } from "./calendar-route";
import { readFeedName } from "./feed-address";

/**
 * Where a member's calendar asks for what the member takes part in: whoever knows the secret in the address reads it, as long as
 * the member may read. Nothing says whether a secret was ever one.
 */
export async function answerWithOwnFeed(request: Request, name: string): Promise<Response> {
  const token = readFeedName(name);
  const feed = token ? await findFeed(token) : null;
  if (!feed) return noCalendar();
  const { memberId, locale } = feed;
  const rows = await listOwnCalendar(memberId);
  return answerWithCalendar(request, { rows, locale, name: clubName(locale), isPublic: false });
}
