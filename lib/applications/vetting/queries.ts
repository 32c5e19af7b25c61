import "server-only";
import {
  and,
  asc,
  count,
  eq,
  inArray,
  isNotNull,
  isNull,
  like,
  ne,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { type Database, query } from "@/db/client";
import type { ApplicationState, Country, NameOrder } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { applicationMessages, applications } from "@/db/schema/applications";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { calledIn } from "@/lib/affiliations/queries";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { fold, likePattern } from "@/lib/core/text/fold";
import { personName } from "@/lib/members/person-name";
import { nameColumns } from "@/lib/members/sight.queries";
import { searchPatterns } from "@/lib/search/search-words";
import type { ApplicationAnswers } from "../answers";
import { describedAs } from "../organisation-facts";
import { type ApplicationFilters, type ApplicationView, READ_STATES } from "./schema";

export const APPLICATIONS_PER_PAGE = 24;

const WAITING: ApplicationState[] = ["submitted", "under-review"];
const OPEN: ApplicationState[] = ["submitted", "under-review", "info-requested"];

/** An answer by its name in `ApplicationAnswers`. */
const answer = (name: keyof ApplicationAnswers) =>
  sql<string | null>`(${applications.answers} ->> ${name})`;

/** A draft is its applicant's alone, also once it is withdrawn. */
const isHandedIn = and(ne(applications.state, "draft"), isNotNull(applications.submittedAt));

/** How many applications await the club team; 0 for anybody else. */
export const countWaitingApplications = (viewer: Viewer | null, db: Database) =>
  db
    .select({ total: count() })
    .from(applications)
    .where(isStaff(viewer) ? and(isHandedIn, inArray(applications.state, WAITING)) : sql`false`);

export type ApplicationRow = {
  id: string;
  /** Both scripts of the applicant's name. */
  name: string;
  /** The one they join, else the one they describe. */
  organisation: string;
  country: Country | null;
  locale: Locale;
  state: ApplicationState;
  submittedAt: Date;
  /** When the team received the last of it, an answer or the whole: the promised days count from then. */
  receivedAt: Date;
  decidedAt: Date | null;
  /** Who of the club team has it; null as long as nobody does. */
  taker: { name: string; isViewer: boolean } | null;
};

/** Applications that await the club team, oldest first. Empty for anybody else. */
export async function listWaitingApplications(
  viewer: Viewer,
  locale: Locale,
): Promise<ApplicationRow[]> {
  const { rows } = await readRows(viewer, inArray(applications.state, WAITING), locale);
  return rows;
}

/** One page of the applications that were handed in, oldest first, with the number of all that match. */
export function listApplications(
  viewer: Viewer,
  filters: ApplicationFilters,
  locale: Locale,
): Promise<{ rows: ApplicationRow[]; total: number }> {
  const where = and(inView(filters.state), matches(viewer, filters));
  return readRows(viewer, where, locale, filters.page);
}

/** How many applications each state holds under the other filters. Zeros for anybody but the club team. */
export async function countApplications(
  viewer: Viewer,
  filters: ApplicationFilters,
): Promise<Record<ApplicationView, number>> {
  const rows = isStaff(viewer)
    ? await query((db) =>
        db
          .select({ state: applications.state, total: count() })
          .from(applications)
          .where(and(isHandedIn, matches(viewer, filters)))
          .groupBy(applications.state),
      )
    : [];
  const totalOf = (states: readonly ApplicationState[]) =>
    rows.reduce((sum, { state, total }) => sum + (states.includes(state) ? total : 0), 0);
  const counts = READ_STATES.map((state) => [state, totalOf([state])]);
  return Object.fromEntries([["open", totalOf(OPEN)], ...counts]);
}

function inView(view: ApplicationView): SQL | undefined {
  return inArray(applications.state, view === "open" ? OPEN : [view]);
}

function matches(viewer: Viewer, { q, country, taken }: ApplicationFilters): SQL | undefined {
  return and(
    q ? isCalled(q) : undefined,
    country ? eq(answer("country"), country) : undefined,
    taken === "me" ? eq(applications.takenBy, viewer.accountId) : undefined,
    taken === "nobody" ? isNull(applications.takenBy) : undefined,
  );
}

/** The applicant's last answer to a question, else the whole. */
export const receivedAt = sql`coalesce((
  select max(${applicationMessages.createdAt}) from ${applicationMessages}
  where ${applicationMessages.applicationId} = ${applications.id}
    and ${applicationMessages.kind} = 'answer'), ${applications.submittedAt})`.mapWith(
  applications.submittedAt,
) as SQL<Date>;

/** By a part of the address, of a name in any order or script, or of the organisation's name or number. */
function isCalled(text: string): SQL | undefined {
  const asTyped = `%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const family = answer("familyName");
  const given = answer("givenName");
  const line = sql`lower(concat_ws(' ', ${applications.email}, ${family}, ${given}, ${family},
    ${family} || ${given}, ${answer("nameZh")}, ${answer("legalName")}, ${answer("chineseName")},
    ${answer("registrationId")}))`;
  const keys = sql`array_to_string(${applications.matchKeys}, ' ')`;
  const joined = `%${fold(text)
    .replace(/\s/g, "")
    .replace(/[\\%_]/g, "\\$&")}%`;
  return or(
    sql`${line} like ${asTyped}`,
    sql`${keys} like ${likePattern(text)}`,
    sql`${keys} like ${joined}`,
    joinsOneCalled(text),
  );
}

function joinsOneCalled(text: string): SQL | undefined {
  const patterns = searchPatterns(text);
  const isCalledSo = patterns.map((pattern) => like(organisations.searchText, pattern));
  if (patterns.length === 0) return undefined;
  return sql`exists (select from ${organisations}
    where ${organisations.id} = ${applications.organisationId} and ${and(...isCalledSo)})`;
}

async function readRows(viewer: Viewer, where: SQL | undefined, locale: Locale, page?: number) {
  if (!isStaff(viewer)) return { rows: [], total: 0 };
  const found = await query((db) => {
    const rows = db
      .select({
        id: applications.id,
        applicant: {
          familyName: answer("familyName"),
          givenName: answer("givenName"),
          nameOrder: sql<NameOrder | null>`${applications.answers} ->> 'nameOrder'`,
          nameZh: answer("nameZh"),
        },
        email: applications.email,
        described: { legalName: answer("legalName"), chineseName: answer("chineseName") },
        joined: {
          name: organisations.name,
          originalLocale: organisations.originalLocale,
          slug: organisations.slug,
        },
        country: sql<Country | null>`${applications.answers} ->> 'country'`,
        locale: applications.locale,
        state: applications.state,
        submittedAt: applications.submittedAt,
        receivedAt,
        decidedAt: applications.decidedAt,
        takenBy: applications.takenBy,
        total: sql<number>`(count(*) over ())::int`,
        taker: nameColumns(viewer),
      })
      .from(applications)
      .leftJoin(accounts, eq(accounts.id, applications.takenBy))
      .leftJoin(members, eq(members.accountId, applications.takenBy))
      .leftJoin(organisations, eq(organisations.id, applications.organisationId))
      .where(and(isHandedIn, where))
      .orderBy(asc(applications.submittedAt), asc(applications.id))
      .$dynamic();
    return page
      ? rows.limit(APPLICATIONS_PER_PAGE).offset((page - 1) * APPLICATIONS_PER_PAGE)
      : rows;
  });
  const rows = found.map(({ applicant, taker, takenBy, total: _, ...row }): ApplicationRow => {
    const { email, described, joined, ...rest } = row;
    return {
      ...rest,
      name: personName({ ...applicant, displayName: null }, locale) || email,
      organisation: joined ? calledIn(joined, locale).text : (describedAs(described, locale) ?? ""),
      submittedAt: row.submittedAt ?? new Date(0),
      taker: takenBy
        ? { name: personName(taker, locale), isViewer: takenBy === viewer.accountId }
        : null,
    };
  });
  return { rows, total: found[0]?.total ?? 0 };
}
