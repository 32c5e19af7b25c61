import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { mailPreferences } from "@/db/schema/mail";
import { members } from "@/db/schema/members";
import { digests } from "@/db/schema/notices";
import { isActing } from "@/db/standing";
import { together } from "@/db/together";
import { greetingName, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { Compose } from "@/lib/core/mail/send-mail";
import { listMatches } from "@/lib/matching/queries";
import { listDigestNotices } from "@/lib/notifications/digest.queries";
import { listSearchNews } from "@/lib/saved-searches/news.queries";
import { type DigestContent, digestLetter } from "./digest-letter";
import { listDigestNews } from "./digest-news.queries";
import { readSituation } from "./home.queries";
import { listTasks } from "./tasks";

/** Twice as many projects that fit as are told: some are told as new already. */
const SUGGESTED = 6;

/**
 * The digest of an account's local day (`data.slot`), as it reads when it is sent; null where nothing new is left to tell,
 * or the account is not an active member's any more. It is read as a member, whatever the account's role: what waits for the club team
 * is told elsewhere.
 */
export const composeDigest: Compose = async ({ accountId, locale, data }) => {
  const due = await readDue(accountId, data.slot ?? "");
  if (!due) return null;
  const { memberId, memberSlug, since, until, off, rhythm, timeZone, ...named } = due;
  const viewer: Viewer = {
    ...{ accountId, memberId, memberSlug, locale, status: "active", role: "member" },
    ...{ theme: "system", sessionId: "", name: "" },
  };
  const content = await readContent(viewer, { since, until }, off, locale);
  return digestLetter({ ...content, rhythm, timeZone, name: greetingName(named, locale) }, locale);
};

async function readDue(accountId: string, slot: string) {
  const [row] = await query((db) =>
    db
      .select({
        memberId: members.id,
        memberSlug: members.slug,
        displayName: accounts.displayName,
        givenName: members.givenName,
        familyName: members.familyName,
        nameOrder: members.nameOrder,
        nameZh: members.nameZh,
        rhythm: accounts.digestRhythm,
        timeZone: accounts.timeZone,
        since: digests.since,
        until: digests.until,
        off: sql<string[]>`array(select ${mailPreferences.topic} from ${mailPreferences}
          where ${mailPreferences.accountId} = ${accounts.id})`,
      })
      .from(digests)
      .innerJoin(accounts, and(eq(accounts.id, digests.accountId), isActing()))
      .innerJoin(members, eq(members.accountId, accounts.id))
      .where(and(eq(digests.accountId, accountId), sql`${digests.slot}::text = ${slot}`)),
  );
  return row;
}

async function readContent(
  viewer: Viewer,
  span: { since: Date; until: Date },
  off: readonly string[],
  locale: Locale,
): Promise<Omit<DigestContent, "rhythm" | "timeZone" | "name">> {
  const [notices, news] = await together((read) =>
    Promise.all([
      listDigestNotices(viewer, span, off, read),
      listDigestNews(viewer, span, locale, read),
    ]),
  );
  const searches = await listSearchNews(viewer, span, locale);
  // Most weeks are quiet for most: the rest is read for a letter that is sent.
  if (notices.length + news.length + searches.length === 0) {
    return { notices, news, searches, tasks: [], matches: [] };
  }
  const [situation, matches] = await together((read) =>
    Promise.all([
      readSituation(viewer, locale, read),
      listMatches(viewer, locale, SUGGESTED, read),
    ]),
  );
  return {
    notices,
    news,
    searches,
    tasks: listTasks({ ...situation, waiting: 0 }, locale),
    matches,
  };
}
