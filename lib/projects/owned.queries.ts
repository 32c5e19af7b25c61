import "server-only";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "@/db/client";
import type { RevisionState, Verdict } from "@/db/enums";
import { type ReferenceList, referenceItem } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { memberContacts, members } from "@/db/schema/members";
import { decisions } from "@/db/schema/moderation";
import { organisations } from "@/db/schema/organisations";
import { projectRevisions, projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { OwnerMarks } from "./identifies-owner";
import { OPEN_REVISION_STATES, type OpenRevisionState } from "./policy";
import { contentOf, type ProjectContent } from "./project-content";
import { isSlug } from "./project-slug";
import { contentColumns, factColumns } from "./queries";

/** What the club team answered, in the reader's language: the sentence of the coded reason, then its own words. */
export type Answer = { verdict: Verdict; reason: string | null; words: string | null; at: Date };

export type OwnProject = NonNullable<Awaited<ReturnType<typeof getOwnProject>>>;

/**
 * One of the viewer's own projects in any state, with its last edit and the club team's answers; null for anybody
 * else's. `revision` is the open edit, `refusal` the answer to the last edit when that was refused.
 */
export async function getOwnProject(viewer: Viewer, slug: string, locale: Locale) {
  if (!isSlug(slug)) return null;
  const [row] = await query((db) =>
    db
      .select({
        ...contentColumns,
        ...factColumns,
        shownSectors: projects.shownSectors,
        shownPlaces: projects.shownPlaces,
        id: projects.id,
        slug: projects.slug,
        version: projects.version,
        updatedAt: projects.updatedAt,
        submittedAt: projects.submittedAt,
        ownerId: projects.ownerId,
      })
      .from(projects)
      .innerJoin(members, eq(members.id, projects.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(projects.slug, slug), eq(accounts.id, viewer.accountId))),
  );
  if (!row) return null;
  const [answer, last] = await Promise.all([
    findAnswer("project", row.id, locale),
    findLastRevision(row.id),
  ]);
  const lastAnswer = last && (await findAnswer("revision", last.id, locale));
  const openState = OPEN_REVISION_STATES.find((state) => state === last?.state);
  return {
    ...row,
    content: contentOf(row),
    answer,
    revision: last && openState ? { ...last, state: openState, answer: lastAnswer } : null,
    refusal: last?.state === "refused" ? lastAnswer : null,
  };
}

const isOpenRevision = inArray(projectRevisions.state, OPEN_REVISION_STATES);

export type OwnProjectRow = Awaited<ReturnType<typeof listOwnProjects>>[number];

/** All projects of the viewer, last changed first, with the state of the open edit, if any. */
export async function listOwnProjects(viewer: Viewer) {
  return query((db) =>
    db
      .select({
        id: projects.id,
        slug: projects.slug,
        title: projects.title,
        originalLocale: projects.originalLocale,
        profileType: projects.profileType,
        moderation: projects.moderation,
        progress: projects.progress,
        deadline: projects.deadline,
        updatedAt: projects.updatedAt,
        revision: sql<OpenRevisionState | null>`${projectRevisions.state}`,
      })
      .from(projects)
      .innerJoin(members, eq(members.id, projects.ownerId))
      .leftJoin(projectRevisions, and(eq(projectRevisions.projectId, projects.id), isOpenRevision))
      .where(eq(members.accountId, viewer.accountId))
      .orderBy(desc(projects.updatedAt)),
  );
}

async function findLastRevision(projectId: string) {
  const [row] = await query((db) =>
    db
      .select({
        id: projectRevisions.id,
        state: sql<RevisionState>`${projectRevisions.state}`,
        content: sql<ProjectContent>`${projectRevisions.content}`,
        stale: projectRevisions.stale,
        version: projectRevisions.version,
        updatedAt: projectRevisions.updatedAt,
      })
      .from(projectRevisions)
      .where(eq(projectRevisions.projectId, projectId))
      .orderBy(desc(projectRevisions.createdAt))
      .limit(1),
  );
  return row ?? null;
}

async function findAnswer(
  subjectType: "project" | "revision",
  subjectId: string,
  locale: Locale,
): Promise<Answer | null> {
  const [row] = await query((db) =>
    db
      .select({
        verdict: decisions.verdict,
        reasonCode: decisions.reasonCode,
        words: decisions.words,
        at: decisions.decidedAt,
      })
      .from(decisions)
      .where(and(eq(decisions.subjectType, subjectType), eq(decisions.subjectId, subjectId)))
      .orderBy(desc(decisions.decidedAt))
      .limit(1),
  );
  if (!row) return null;
  const { reasonCode, ...answer } = row;
  return { ...answer, reason: reasonCode ? reasonSentence(row.verdict, reasonCode, locale) : null };
}

function reasonSentence(verdict: Verdict, reasonCode: string, locale: Locale): string | null {
  const list: ReferenceList =
    verdict === "refused" ? "reasonsProjectRefusal" : "reasonsChangesRequested";
  return referenceItem(list, reasonCode)?.message?.[locale] ?? null;
}

/** What would tell a reader who a member is, for the check of public texts; never shown to anybody. */
export async function readOwnerMarks(
  tx: Database | Transaction,
  memberId: string,
): Promise<OwnerMarks> {
  const [person] = await tx
    .select({
      familyName: members.familyName,
      givenName: members.givenName,
      nameZh: members.nameZh,
      account: accounts.email,
      email: memberContacts.email,
      phone: memberContacts.phone,
      wechat: memberContacts.wechat,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(memberContacts, eq(memberContacts.memberId, members.id))
    .where(eq(members.id, memberId));
  if (!person) throw new Error("a project has no owner");
  const named = await tx
    .select({ name: organisations.name, website: organisations.website })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(eq(affiliations.memberId, memberId));
  const { familyName, givenName, nameZh, account, email, phone, wechat } = person;
  return {
    familyName,
    givenName,
    nameZh,
    organisations: named.map(({ name }) => name),
    contacts: [account, email, phone, wechat, ...named.map(({ website }) => website)],
  };
}
