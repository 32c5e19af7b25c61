import "server-only";
import { and, asc, eq, inArray, isNotNull, ne } from "drizzle-orm";
import { query } from "@/db/client";
import type { ApplicationState, MessageKind } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { applicationMessages, applications } from "@/db/schema/applications";
import { auditEvents } from "@/db/schema/audit";
import { consents } from "@/db/schema/consents";
import { members } from "@/db/schema/members";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { noteReading } from "@/lib/core/events/note-reading";
import type { Locale } from "@/lib/core/i18n/locales";
import { personName } from "@/lib/members/person-name";
import { nameColumns } from "@/lib/members/sight.queries";
import type { ApplicationAnswers } from "../answers";
import { readAnswers } from "../stored-answers";
import { receivedAt } from "./queries";

export type ApplicationDossier = {
  id: string;
  email: string;
  locale: Locale;
  state: ApplicationState;
  version: number;
  answers: ApplicationAnswers;
  matchKeys: string[];
  /** The organisation of the club that the applicant wants to join. */
  organisationId: string | null;
  /** The account that the approval made. */
  accountId: string | null;
  submittedAt: Date;
  /** When they last answered a question, else when they handed it in. */
  receivedAt: Date;
  decidedAt: Date | null;
  takenBy: string | null;
  takenAt: Date | null;
  takerName: string;
};

/** An application that was handed in; null for a draft, and for anybody but the club team. */
export async function getApplicationDossier(
  viewer: Viewer | null,
  applicationId: string,
  locale: Locale,
): Promise<ApplicationDossier | null> {
  if (!isStaff(viewer)) return null;
  const [row] = await query((db) =>
    db
      .select({
        id: applications.id,
        email: applications.email,
        locale: applications.locale,
        state: applications.state,
        version: applications.version,
        answers: applications.answers,
        matchKeys: applications.matchKeys,
        organisationId: applications.organisationId,
        accountId: applications.accountId,
        submittedAt: applications.submittedAt,
        receivedAt,
        decidedAt: applications.decidedAt,
        takenBy: applications.takenBy,
        takenAt: applications.takenAt,
        taker: nameColumns(viewer),
      })
      .from(applications)
      .leftJoin(accounts, eq(accounts.id, applications.takenBy))
      .leftJoin(members, eq(members.accountId, applications.takenBy))
      .where(
        and(
          eq(applications.id, applicationId),
          ne(applications.state, "draft"),
          isNotNull(applications.submittedAt),
        ),
      ),
  );
  if (!row?.submittedAt) return null;
  const about = { subjectType: "application", subjectId: applicationId } as const;
  noteReading(viewer, { name: "dossier.read", ...about });
  const { taker, submittedAt, answers, ...rest } = row;
  return {
    ...rest,
    submittedAt,
    answers: readAnswers(answers),
    takerName: row.takenBy ? personName(taker, locale) : "",
  };
}

export type DossierMessage = {
  id: string;
  kind: MessageKind;
  words: string;
  /** Empty for the applicant. */
  author: string;
  createdAt: Date;
};

/** Questions, answers and the team's notes, oldest first. Empty for anybody but the club team. */
export async function listMessages(
  viewer: Viewer,
  applicationId: string,
  locale: Locale,
): Promise<DossierMessage[]> {
  if (!isStaff(viewer)) return [];
  const rows = await query((db) =>
    db
      .select({
        id: applicationMessages.id,
        kind: applicationMessages.kind,
        words: applicationMessages.words,
        authorId: applicationMessages.authorId,
        createdAt: applicationMessages.createdAt,
        name: nameColumns(viewer),
      })
      .from(applicationMessages)
      .leftJoin(accounts, eq(accounts.id, applicationMessages.authorId))
      .leftJoin(members, eq(members.accountId, applicationMessages.authorId))
      .where(eq(applicationMessages.applicationId, applicationId))
      .orderBy(asc(applicationMessages.createdAt), asc(applicationMessages.id)),
  );
  return rows.map(({ name, authorId, ...row }) => ({
    ...row,
    author: authorId ? personName(name, locale) : "",
  }));
}

export type GivenConsent = {
  id: string;
  purpose: string;
  textVersion: number;
  locale: Locale;
  givenAt: Date;
  withdrawnAt: Date | null;
};

/** What the applicant agreed to, in the order of the ledger. Empty for anybody but the club team. */
export async function listConsentsGiven(
  viewer: Viewer,
  applicationId: string,
): Promise<GivenConsent[]> {
  if (!isStaff(viewer)) return [];
  return query((db) =>
    db
      .select({
        id: consents.id,
        purpose: consents.purpose,
        textVersion: consents.textVersion,
        locale: consents.locale,
        givenAt: consents.givenAt,
        withdrawnAt: consents.withdrawnAt,
      })
      .from(consents)
      .where(eq(consents.applicationId, applicationId))
      .orderBy(asc(consents.givenAt), asc(consents.purpose)),
  );
}

/** One step of an application: the event's name, who did it (empty for the applicant or the portal), when. */
export type DossierStep = { id: number; name: string; actor: string; at: Date };

/** What the history tells; opening links and devices is the applicant's own affair. */
const STEPS = [
  "submitted",
  "taken",
  "taken-over",
  "info-requested",
  "answered",
  "resumed",
  "approved",
  "refused",
  "withdrawn",
  "noted",
].map((verb) => `application.${verb}`);

/** What happened to an application since it was handed in, oldest first. Empty for anybody but the club team. */
export async function listSteps(
  viewer: Viewer,
  applicationId: string,
  locale: Locale,
): Promise<DossierStep[]> {
  if (!isStaff(viewer)) return [];
  const rows = await query((db) =>
    db
      .select({
        id: auditEvents.id,
        name: auditEvents.name,
        at: auditEvents.createdAt,
        actorId: auditEvents.actorId,
        actor: nameColumns(viewer),
      })
      .from(auditEvents)
      .leftJoin(accounts, eq(accounts.id, auditEvents.actorId))
      .leftJoin(members, eq(members.accountId, auditEvents.actorId))
      .where(
        and(
          eq(auditEvents.subjectType, "application"),
          eq(auditEvents.subjectId, applicationId),
          inArray(auditEvents.name, STEPS),
        ),
      )
      .orderBy(asc(auditEvents.createdAt), asc(auditEvents.id)),
  );
  return rows.map(({ actorId, actor, ...row }) => ({
    ...row,
    actor: actorId ? personName(actor, locale) : "",
  }));
}
