import "server-only";
import { and, eq, notExists, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { projectVersions } from "@/db/schema/project-parts";
import { translationOffers } from "@/db/schema/translations";
import { inReadingOrder, type ProjectContent, type ProjectText } from "./project";

/**
 * The accepted offers that come online with this content and never were before, as the versions that were online tell;
 * in reading order, one for each text and language. What the owner has changed since is theirs and left out.
 */
export async function listNewlyOnline(
  tx: Transaction,
  projectId: string,
  content: Pick<ProjectContent, ProjectText | "provenance">,
) {
  const { field, locale, words } = translationOffers;
  const before = tx
    .select({ number: projectVersions.number })
    .from(projectVersions)
    .where(
      and(
        eq(projectVersions.projectId, translationOffers.projectId),
        sql`${projectVersions.cause} <> 'restored'`,
        sql`${projectVersions.content} -> ${field} ->> ${locale} = ${words}`,
        sql`${projectVersions.content} #>> array['provenance', ${field}, ${locale}, 'by'] = ${accounts.id}::text`,
      ),
    );
  const rows = await tx
    .selectDistinct({
      field: sql<ProjectText>`${field}`,
      locale,
      words,
      accountId: accounts.id,
      accountLocale: accounts.locale,
    })
    .from(translationOffers)
    .innerJoin(members, eq(members.id, translationOffers.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(
      and(
        eq(translationOffers.projectId, projectId),
        eq(translationOffers.state, "accepted"),
        notExists(before),
      ),
    );
  const online = rows.filter((row) => {
    const stamp = content.provenance?.[row.field]?.[row.locale];
    return content[row.field][row.locale] === row.words && stamp?.by === row.accountId;
  });
  return inReadingOrder(online);
}
