import "server-only";
import { and, asc, count, desc, eq, ne, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { dayInLyon } from "@/db/columns";
import type { MailingKind, MailingState, RecipientState } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { mailingRecipients, mailings } from "@/db/schema/mailings";
import { members } from "@/db/schema/members";
import { isActing } from "@/db/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { isResting } from "@/lib/core/mail/queue-mail";
import { personName } from "@/lib/members/person-name";
import { nameColumns } from "@/lib/members/sight.queries";
import { canWriteToMembers } from "./policy";
import { isAgreed, isMeant, mayGet, wasSentToday } from "./selection.queries";

/** The latest mailings are listed. */
const LISTED = 100;
export const RECIPIENTS_PER_PAGE = 50;

export type MailingRow = {
  id: string;
  kind: MailingKind;
  subject: string;
  state: MailingState;
  startedAt: Date | null;
  shownUntil: string | null;
  people: number;
};

/** The latest mailings, newest first, with how many people each goes to. Empty for anybody but administrators. */
export async function listMailings(viewer: Viewer, locale: Locale): Promise<MailingRow[]> {
  if (!canWriteToMembers(viewer)) return [];
  const rows = await query((db) =>
    db
      .select({
        id: mailings.id,
        kind: mailings.kind,
        subject: mailings.subject,
        state: mailings.state,
        startedAt: mailings.startedAt,
        shownUntil: mailings.shownUntil,
        people: sql<number>`(select count(*)::int from mailing_recipients r
          where r.mailing_id = mailings.id and r.state <> 'shown')`,
      })
      .from(mailings)
      .orderBy(desc(mailings.createdAt), mailings.id)
      .limit(LISTED),
  );
  return rows.map((row) => ({ ...row, subject: pickText(row.subject, locale)?.text ?? "" }));
}

export type Mailing = NonNullable<Awaited<ReturnType<typeof getMailing>>>;

/** One mailing; null when there is none, or for anybody but administrators. */
export async function getMailing(viewer: Viewer, id: string) {
  if (!canWriteToMembers(viewer)) return null;
  const [row] = await query((db) =>
    db
      .select({
        id: mailings.id,
        version: mailings.version,
        kind: mailings.kind,
        state: mailings.state,
        subject: mailings.subject,
        body: mailings.body,
        categories: mailings.categories,
        cities: mailings.cities,
        sectors: mailings.sectors,
        locales: mailings.locales,
        shownUntil: mailings.shownUntil,
        startedAt: mailings.startedAt,
        endedAt: mailings.endedAt,
        makerLocale: accounts.locale,
        isShown: sql<boolean>`coalesce(${mailings.shownUntil} >= ${dayInLyon(sql`now()`)}, false)`,
      })
      .from(mailings)
      .innerJoin(accounts, eq(accounts.id, mailings.madeBy))
      .where(eq(mailings.id, id)),
  );
  return row ?? null;
}

/** How many a draft would go to now, by the language they are written to in. All 0 for anybody but administrators. */
export async function countSelected(viewer: Viewer, id: string): Promise<Record<Locale, number>> {
  const rows = canWriteToMembers(viewer)
    ? await query((db) =>
        db
          .select({ locale: accounts.locale, total: count() })
          .from(accounts)
          .innerJoin(members, eq(members.accountId, accounts.id))
          .innerJoin(mailings, eq(mailings.id, id))
          .where(and(isMeant, mayGet))
          .groupBy(accounts.locale),
      )
    : [];
  const of = (locale: Locale) => rows.find((row) => row.locale === locale)?.total ?? 0;
  return Object.fromEntries(LOCALES.map((locale) => [locale, of(locale)])) as Record<
    Locale,
    number
  >;
}

export type LeftOut = { unagreed: number; resting: number };

/**
 * How many current members of its selection a newsletter is not sent to: who did not agree to it, and of the others who have an
 * address that rests. Both 0 for any other kind, and for anybody but administrators.
 */
export async function countLeftOut(viewer: Viewer, id: string): Promise<LeftOut> {
  const none = { unagreed: 0, resting: 0 };
  if (!canWriteToMembers(viewer)) return none;
  const [row] = await query((db) =>
    db
      .select({
        unagreed: sql<number>`(count(*) filter (where not ${isAgreed}))::int`,
        resting: sql<number>`(count(*) filter (where ${isAgreed} and ${isResting}))::int`,
      })
      .from(accounts)
      .innerJoin(members, eq(members.accountId, accounts.id))
      .innerJoin(mailings, and(eq(mailings.id, id), eq(mailings.kind, "newsletter")))
      .where(and(isMeant, isActing())),
  );
  return row ?? none;
}

/** Whether the same went to the same people less than a day ago. False for anybody but administrators. */
export const isSentAlready = async (viewer: Viewer, id: string): Promise<boolean> =>
  canWriteToMembers(viewer) && query((db) => wasSentToday(db, id));

export type StateCounts = Partial<Record<RecipientState, number>>;

/** How many of a mailing's letters are in which state. Empty for anybody but administrators. */
export async function countRecipients(viewer: Viewer, id: string): Promise<StateCounts> {
  if (!canWriteToMembers(viewer)) return {};
  const rows = await query((db) =>
    db
      .select({ state: mailingRecipients.state, total: count() })
      .from(mailingRecipients)
      .where(and(eq(mailingRecipients.mailingId, id), ne(mailingRecipients.state, "shown")))
      .groupBy(mailingRecipients.state),
  );
  return Object.fromEntries(rows.map(({ state, total }) => [state, total]));
}

export type Recipient = {
  accountId: string;
  name: string;
  address: string;
  state: RecipientState;
  code: string | null;
  at: Date | null;
};

/** One page of the people a mailing goes to, by name, those of one state or all. Empty for anybody but administrators. */
export async function listRecipients(
  viewer: Viewer,
  id: string,
  { page, state }: { page: number; state: RecipientState | null },
  locale: Locale,
): Promise<Recipient[]> {
  if (!canWriteToMembers(viewer)) return [];
  const rows = await query((db) =>
    db
      .select({
        accountId: accounts.id,
        address: accounts.email,
        state: mailingRecipients.state,
        code: mailingRecipients.code,
        at: mailingRecipients.at,
        ...nameColumns(viewer),
      })
      .from(mailingRecipients)
      .innerJoin(accounts, eq(accounts.id, mailingRecipients.accountId))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .where(
        and(
          eq(mailingRecipients.mailingId, id),
          ne(mailingRecipients.state, "shown"),
          state ? eq(mailingRecipients.state, state) : undefined,
        ),
      )
      .orderBy(asc(members.sortLatin), accounts.id)
      .limit(RECIPIENTS_PER_PAGE)
      .offset((page - 1) * RECIPIENTS_PER_PAGE),
  );
  return rows.map(({ accountId, address, state, code, at, ...name }) => ({
    ...{ accountId, address, state, code, at },
    name: personName(name, locale),
  }));
}

export type Resting = { accountId: string; name: string; address: string };

/** Whose letters came back, and who gets none that can be switched off until they have another address. At most 200. */
export async function listResting(viewer: Viewer, locale: Locale): Promise<Resting[]> {
  if (!canWriteToMembers(viewer)) return [];
  const rows = await query((db) =>
    db
      .select({ accountId: accounts.id, address: accounts.email, ...nameColumns(viewer) })
      .from(accounts)
      .leftJoin(members, eq(members.accountId, accounts.id))
      .where(isResting)
      .orderBy(asc(members.sortLatin), accounts.id)
      .limit(200),
  );
  return rows.map(({ accountId, address, ...name }) => ({
    ...{ accountId, address },
    name: personName(name, locale),
  }));
}
