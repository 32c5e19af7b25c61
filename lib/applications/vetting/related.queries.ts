import "server-only";
import {
  and,
  arrayOverlaps,
  desc,
  eq,
  inArray,
  isNotNull,
  lt,
  ne,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { query } from "@/db/client";
import type { ApplicationState, NameOrder, Verdict } from "@/db/enums";
import { referenceLabel } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { applications } from "@/db/schema/applications";
import { members } from "@/db/schema/members";
import { decisions } from "@/db/schema/moderation";
import { organisations } from "@/db/schema/organisations";
import { calledIn } from "@/lib/affiliations/queries";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { personName } from "@/lib/members/person-name";
import { nameColumns } from "@/lib/members/sight.queries";
import { describedAs } from "../organisation-facts";
import { readAnswers } from "../stored-answers";

/** By what an earlier application is the same person's or organisation's. */
type Relation = "address" | "person" | "phone" | "wechat" | "number" | "organisation";

export type RelatedDecision = {
  id: string;
  verdict: Verdict;
  /** Label of the coded reason in the reader's language. */
  reason: string | null;
  words: string | null;
  decidedBy: string;
  decidedAt: Date;
};

export type RelatedApplication = {
  id: string;
  name: string;
  organisation: string;
  locale: Locale;
  state: ApplicationState;
  submittedAt: Date;
  relations: Relation[];
  decisions: RelatedDecision[];
};

type Compared = { id: string; email: string; matchKeys: string[]; organisationId: string | null };

const MOST = 20;

/**
 * Other applications of the same person or organisation that were handed in, newest first, with what was decided on
 * each, by whom and why. Empty for anybody but the club team.
 */
export async function listRelatedApplications(
  viewer: Viewer,
  application: Compared,
  locale: Locale,
): Promise<RelatedApplication[]> {
  if (!isStaff(viewer)) return [];
  const answer = (name: string) => sql<string | null>`${applications.answers} ->> ${name}`;
  const rows = await query((db) =>
    db
      .select({
        id: applications.id,
        email: applications.email,
        familyName: answer("familyName"),
        givenName: answer("givenName"),
        nameOrder: sql<NameOrder | null>`${applications.answers} ->> 'nameOrder'`,
        nameZh: answer("nameZh"),
        described: { legalName: answer("legalName"), chineseName: answer("chineseName") },
        joined: {
          name: organisations.name,
          originalLocale: organisations.originalLocale,
          slug: organisations.slug,
        },
        locale: applications.locale,
        state: applications.state,
        submittedAt: applications.submittedAt,
        matchKeys: applications.matchKeys,
        organisationId: applications.organisationId,
      })
      .from(applications)
      .leftJoin(organisations, eq(organisations.id, applications.organisationId))
      .where(
        and(
          ne(applications.id, application.id),
          ne(applications.state, "draft"),
          isNotNull(applications.submittedAt),
          isRelated(application),
        ),
      )
      .orderBy(desc(applications.submittedAt))
      .limit(MOST),
  );
  const ids = rows.map(({ id }) => id);
  const decided = await listDecisions(viewer, "application", ids, locale);
  return rows.map((row) => ({
    id: row.id,
    name: personName({ ...row, displayName: null }, locale) || row.email,
    organisation: row.joined
      ? calledIn(row.joined, locale).text
      : (describedAs(row.described, locale) ?? ""),
    locale: row.locale,
    state: row.state,
    submittedAt: row.submittedAt ?? new Date(0),
    relations: relationsOf(application, row),
    decisions: decided.filter(({ subjectId }) => subjectId === row.id),
  }));
}

function isRelated({ email, matchKeys, organisationId }: Compared): SQL | undefined {
  return or(
    eq(applications.email, email),
    matchKeys.length > 0 ? arrayOverlaps(applications.matchKeys, matchKeys) : undefined,
    organisationId ? eq(applications.organisationId, organisationId) : undefined,
  );
}

function relationsOf(one: Compared, other: Compared): Relation[] {
  const shares = (kind: string) =>
    one.matchKeys.some((key) => key.startsWith(`${kind}:`) && other.matchKeys.includes(key));
  const isSamePlace = one.organisationId !== null && one.organisationId === other.organisationId;
  const found: [Relation, boolean][] = [
    ["address", one.email === other.email],
    ["person", shares("person")],
    ["phone", shares("phone")],
    ["wechat", shares("wechat")],
    ["number", shares("number")],
    ["organisation", shares("organisation") || isSamePlace],
  ];
  return found.flatMap(([relation, isTrue]) => (isTrue ? [relation] : []));
}

/**
 * The last application that the same address handed in before this one, with its answers: an applicant who was refused
 * begins the next one with them. Null without one, and for anybody but the club team.
 */
export async function getEarlierAnswers(
  viewer: Viewer,
  application: { id: string; email: string; submittedAt: Date },
) {
  if (!isStaff(viewer)) return null;
  const { id, email, answers, submittedAt } = applications;
  const [row] = await query((db) =>
    db
      .select({ id, submittedAt, answers })
      .from(applications)
      .where(
        and(
          eq(email, application.email),
          ne(id, application.id),
          lt(submittedAt, application.submittedAt),
        ),
      )
      .orderBy(desc(submittedAt))
      .limit(1),
  );
  if (!row?.submittedAt) return null;
  return { id: row.id, submittedAt: row.submittedAt, answers: readAnswers(row.answers) };
}

const REASONS = { application: "reasonsApplicationRefusal", account: "reasonsSuspension" } as const;

/** The decisions on applications or accounts, newest first. Empty for anybody but the club team. */
export async function listDecisions(
  viewer: Viewer,
  subjectType: keyof typeof REASONS,
  ids: string[],
  locale: Locale,
) {
  if (!isStaff(viewer) || ids.length === 0) return [];
  const rows = await query((db) =>
    db
      .select({
        id: decisions.id,
        subjectId: decisions.subjectId,
        verdict: decisions.verdict,
        reasonCode: decisions.reasonCode,
        words: decisions.words,
        decidedAt: decisions.decidedAt,
        decider: nameColumns(viewer),
      })
      .from(decisions)
      .leftJoin(accounts, eq(accounts.id, decisions.decidedBy))
      .leftJoin(members, eq(members.accountId, decisions.decidedBy))
      .where(and(eq(decisions.subjectType, subjectType), inArray(decisions.subjectId, ids)))
      .orderBy(desc(decisions.decidedAt)),
  );
  return rows.map(({ reasonCode, decider, ...row }) => ({
    ...row,
    reason: reasonCode && referenceLabel(REASONS[subjectType], reasonCode, locale),
    decidedBy: personName(decider, locale),
  }));
}

/** The name of the organisation that an applicant wants to join, as the reader is told it; null without one. */
export async function getJoinedOrganisation(
  viewer: Viewer,
  organisationId: string | null,
  locale: Locale,
): Promise<{ id: string; slug: string; name: string } | null> {
  if (!isStaff(viewer) || !organisationId) return null;
  const { id, slug, name, originalLocale } = organisations;
  const [row] = await query((db) =>
    db.select({ id, slug, name, originalLocale }).from(organisations).where(eq(id, organisationId)),
  );
  if (!row) return null;
  return { id: row.id, slug: row.slug, name: calledIn(row, locale).text };
}
