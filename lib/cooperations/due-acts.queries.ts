import "server-only";
import { and, asc, eq, lte, or, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { isShown } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { cooperationParties, cooperations } from "@/db/schema/cooperations";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { isActing } from "@/db/standing";
import type { Read } from "@/db/together";
import { mayAct } from "@/lib/core/auth/standing";
import { isAdministrator, type Viewer } from "@/lib/core/auth/viewer-type";
import { addDays, today } from "@/lib/core/dates";

/** So many days before an act is due it is shown. */
const DAYS_BEFORE = 30;

/** Somebody who manages the party whose turn it is. */
const managesActor = sql`from ${cooperationParties} party
  join ${affiliations} manager on manager.organisation_id = party.organisation_id and manager.role = 'manager'
  join ${members} on ${members.id} = manager.member_id
  join ${accounts} on ${accounts.id} = ${members.accountId} and ${isActing()}
  where party.cooperation_id = ${entries.id} and party.is_to_act`;

export type DueAct = Awaited<ReturnType<typeof listDueActs>>[number];

/**
 * Acts of agreements online that are due soon, or were, and are the viewer's to do: as a manager of the party whose turn it
 * is; as an administrator where nobody manages one. The first due first.
 */
export async function listDueActs(viewer: Viewer, read: Read = query) {
  if (!mayAct(viewer)) return [];
  const { actOn, actWords } = cooperations;
  const isTheirs = sql`exists (select ${managesActor} and manager.member_id = ${viewer.memberId}::uuid)`;
  const isNobodys = isAdministrator(viewer) ? sql`not exists (select ${managesActor})` : undefined;
  return read((db) =>
    db
      .select({
        slug: entries.slug,
        title: entries.title,
        originalLocale: entries.originalLocale,
        actOn: sql<string>`${actOn}`,
        actWords,
      })
      .from(cooperations)
      .innerJoin(entries, eq(entries.id, cooperations.id))
      .where(
        and(
          lte(actOn, addDays(today(), DAYS_BEFORE)),
          eq(entries.moderation, "published"),
          isShown(entries),
          or(isTheirs, isNobodys),
        ),
      )
      .orderBy(asc(actOn), asc(entries.slug)),
  );
}
