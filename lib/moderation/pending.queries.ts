import "server-only";
import { and, asc, eq, or, type SQL, sql } from "drizzle-orm";
import { type Database, query } from "@/db/client";
import type { MembershipStatus } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { decisions } from "@/db/schema/moderation";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "../core/auth/viewer-type";
import { noteReading } from "../core/events/note-reading";
import type { Locale } from "../core/i18n/locales";
import { pickText } from "../core/i18n/localized-text";
import { personName } from "../members/person-name";
import { sightOf } from "../members/policy";
import { nameColumns, seen, seenOrganisation } from "../members/sight.queries";
import { canOpenQueue } from "./policy";

/** An account that waits for the club team to open the portal to it. */
export type PendingAccount = {
  id: string;
  version: number;
  name: string;
  email: string;
  locale: Locale;
  jobTitle: string | null;
  organisation: string | null;
  createdAt: Date;
  status: MembershipStatus;
  /** Comes in by a link of their own: nothing is decided on them. */
  isBroughtIn: boolean;
};

/** Its word is no parameter: a prepared plan would do without the index. */
const isPending = sql`${accounts.status} = 'pending'`;

/** Whoever was brought in waits for nobody of the team. */
const isWaiting = and(isPending, eq(accounts.isBroughtIn, false));

const wasDecided = sql`exists (select from ${decisions} where ${decisions.subjectType} = 'account'
  and ${decisions.subjectId} = ${accounts.id} and ${decisions.verdict} in ('approved', 'refused'))`;

/** How many accounts wait for the club team. */
export const countPendingAccounts = (db: Database) => db.$count(accounts, isWaiting);

/** The accounts that do, oldest first. Empty for anybody but the club team. */
export function listPendingAccounts(viewer: Viewer, locale: Locale): Promise<PendingAccount[]> {
  return readPending(viewer, locale, isWaiting);
}

/** One account that is pending, or was until the team decided; null for any other, and for anybody but the club team. */
export async function getPendingAccount(
  viewer: Viewer,
  accountId: string,
  locale: Locale,
): Promise<PendingAccount | null> {
  const [row] = await readPending(
    viewer,
    locale,
    and(or(isPending, wasDecided), eq(accounts.id, accountId)),
  );
  if (!row) return null;
  noteReading(viewer, { name: "dossier.read", subjectType: "account", subjectId: accountId });
  return row;
}

async function readPending(
  viewer: Viewer,
  locale: Locale,
  where: SQL | undefined,
): Promise<PendingAccount[]> {
  if (!canOpenQueue(viewer)) return [];
  const sight = sightOf(viewer);
  const rows = await query((db) =>
    db
      .select({
        id: accounts.id,
        version: accounts.version,
        status: accounts.status,
        isBroughtIn: accounts.isBroughtIn,
        email: accounts.email,
        locale: accounts.locale,
        createdAt: accounts.createdAt,
        jobTitle: seen(sight, "jobTitle", members.jobTitle),
        organisation: seenOrganisation(sight, organisations.name),
        ...nameColumns(viewer),
      })
      .from(accounts)
      .leftJoin(members, eq(members.accountId, accounts.id))
      .leftJoin(affiliations, and(eq(affiliations.memberId, members.id), affiliations.isMain))
      .leftJoin(organisations, eq(organisations.id, affiliations.organisationId))
      .where(where)
      .orderBy(asc(accounts.createdAt), asc(accounts.id)),
  );
  return rows.map(({ id, version, email, createdAt, ...row }) => ({
    id,
    version,
    email,
    createdAt,
    status: row.status,
    isBroughtIn: row.isBroughtIn,
    locale: row.locale,
    name: personName(row, locale),
    jobTitle: pickText(row.jobTitle, locale)?.text ?? null,
    organisation: pickText(row.organisation, locale)?.text ?? null,
  }));
}
