import "server-only";
import { and, asc, count, eq, isNull, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { dayInLyon } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { canBringIn } from "@/lib/imports/policy";
import { personName } from "@/lib/members/person-name";
import { organisationName } from "@/lib/organisations/organisation-name";
import { REMIND_DAYS, WAIT_DAYS } from "./policy";
import { arrivalColumns, withDay } from "./queries";
import type { ArrivalFilters } from "./schema";

/** As `canComeIn` says of one; `pending` is no parameter, so that a prepared plan uses its index. */
export const isArrival = sql`${accounts.status} = 'pending' and ${accounts.isBroughtIn}
  and ${accounts.erasureDueAt} is null`;

/** As `canRemind` says of one on a day, `YYYY-MM-DD`. */
export const isRemindable = (day: string): SQL =>
  sql`${accounts.remindedOn} is null and ${accounts.invitedOn} + ${REMIND_DAYS}::int <= ${day}::date`;

/** Since when one waits: since the link, or since they were brought in. */
const since = sql<string>`coalesce(${accounts.invitedOn},
  ${dayInLyon(accounts.createdAt)})`;

/** As `canForget` says of one. */
export const isForgettable = (day: string): SQL => sql`${since} + ${WAIT_DAYS}::int < ${day}::date`;

/** The accounts that one import brought in. Needs `accounts` in the query. */
export const isBroughtBy = (importId: string): SQL => sql`${accounts.id} in (
  select (person ->> 'accountId')::uuid
  from imports, jsonb_array_elements(brought -> 'people') person where imports.id = ${importId})`;

const isShown = (show: ArrivalFilters["show"], day: string): SQL | undefined => {
  if (show === "no-link") return isNull(accounts.invitedOn);
  if (show === "to-remind") return isRemindable(day);
  return show === "to-delete" ? isForgettable(day) : undefined;
};

export type ArrivalCounts = Record<"all" | "no-link" | "to-remind" | "to-delete", number>;

/** How many have not come in, of all or of one import, by what can be done; nothing but zeros for anybody but administrators. */
export async function countArrivals(viewer: Viewer, importId?: string): Promise<ArrivalCounts> {
  const none = { all: 0, "no-link": 0, "to-remind": 0, "to-delete": 0 };
  if (!canBringIn(viewer)) return none;
  const day = today();
  const among = (which: SQL) => sql<number>`(count(*) filter (where ${which}))::int`;
  const [row] = await query((db) =>
    db
      .select({
        all: count(),
        "no-link": among(isNull(accounts.invitedOn)),
        "to-remind": among(isRemindable(day)),
        "to-delete": among(isForgettable(day)),
      })
      .from(accounts)
      .where(and(isArrival, importId ? isBroughtBy(importId) : undefined)),
  );
  return row ?? none;
}

/** Whether the worker still mails what was asked for all of a list, links or reminders; false for anybody but administrators. */
export async function areLinksLeaving(viewer: Viewer): Promise<boolean> {
  if (!canBringIn(viewer)) return false;
  const [queue] = await query((db) =>
    db.execute<{ isLeaving: boolean }>(
      sql`select coalesce(sum(due), 0) > 0 as "isLeaving" from club_queue_state() where task = 'send-links'`,
    ),
  );
  return queue?.isLeaving ?? false;
}

export const ARRIVALS_PER_PAGE = 24;

export type ArrivalRow = Awaited<ReturnType<typeof listArrivals>>[number];

/** One page of those who have not come in, who waits longest first. Empty for anybody but administrators. */
export async function listArrivals(viewer: Viewer, filters: ArrivalFilters, locale: Locale) {
  if (!canBringIn(viewer)) return [];
  const rows = await query((db) =>
    db
      .select({
        ...arrivalColumns,
        email: accounts.email,
        familyName: members.familyName,
        givenName: members.givenName,
        nameOrder: members.nameOrder,
        nameZh: members.nameZh,
        displayName: accounts.displayName,
        organisation: organisations.name,
        organisationSlug: organisations.slug,
        originalLocale: organisations.originalLocale,
      })
      .from(accounts)
      .leftJoin(members, eq(members.accountId, accounts.id))
      .leftJoin(affiliations, and(eq(affiliations.memberId, members.id), affiliations.isMain))
      .leftJoin(organisations, eq(organisations.id, affiliations.organisationId))
      .where(and(isArrival, isShown(filters.show, today())))
      .orderBy(asc(since), asc(members.sortLatin), asc(accounts.id))
      .limit(ARRIVALS_PER_PAGE)
      .offset((filters.page - 1) * ARRIVALS_PER_PAGE),
  );
  return rows.map(
    ({ organisation: name, organisationSlug: slug, originalLocale, broughtAt, ...row }) => ({
      id: row.id,
      name: personName(row, locale),
      email: row.email,
      organisation:
        name && slug && originalLocale
          ? organisationName({ name, slug, originalLocale }, locale).text
          : null,
      broughtOn: today(broughtAt),
      invitedOn: row.invitedOn,
      remindedOn: row.remindedOn,
    }),
  );
}

/** Where the link of one account stands, for its page; null for one that does not wait for its person, and for anybody but administrators. */
export async function getArrival(viewer: Viewer, accountId: string) {
  if (!canBringIn(viewer)) return null;
  const [row] = await query((db) =>
    db
      .select(arrivalColumns)
      .from(accounts)
      .where(and(isArrival, eq(accounts.id, accountId))),
  );
  return row ? withDay(row) : null;
}
