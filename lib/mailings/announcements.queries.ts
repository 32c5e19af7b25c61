import "server-only";
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { mailingRecipients, mailings } from "@/db/schema/mailings";
import { members } from "@/db/schema/members";
import { isActing } from "@/db/standing";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { isMeant } from "./selection.queries";

export type Announcement = { id: string; subject: string; body: string; shownUntil: string };

/** As many stand on a home page. */
const SHOWN = 3;

/**
 * What the club says to the viewer on their home page today, the latest three first: what was started, is for them, has not run
 * out in Lyon and was not put away. Empty for whoever is no current member.
 */
export async function listAnnouncements(
  viewer: Viewer,
  locale: Locale,
  read: Read = query,
): Promise<Announcement[]> {
  const isTheirs = and(
    eq(mailingRecipients.mailingId, mailings.id),
    eq(mailingRecipients.accountId, viewer.accountId),
  );
  const rows = await read((db) =>
    db
      .select({
        id: mailings.id,
        subject: mailings.subject,
        body: mailings.body,
        shownUntil: sql<string>`${mailings.shownUntil}::text`,
      })
      .from(mailings)
      .innerJoin(accounts, and(eq(accounts.id, viewer.accountId), isActing()))
      .innerJoin(members, eq(members.accountId, accounts.id))
      .leftJoin(mailingRecipients, isTheirs)
      .where(
        and(
          sql`${mailings.shownUntil} >= ${today()}::date`,
          ne(mailings.state, "draft"),
          isMeant,
          sql`${mailingRecipients.dismissedAt} is null`,
        ),
      )
      .orderBy(desc(mailings.startedAt), mailings.id)
      .limit(SHOWN),
  );
  return rows.map(({ subject, body, ...row }) => ({
    ...row,
    subject: pickText(subject, locale)?.text ?? "",
    body: pickText(body, locale)?.text ?? "",
  }));
}
