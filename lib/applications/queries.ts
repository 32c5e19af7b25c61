import "server-only";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { type Database, query } from "@/db/client";
import { isHidden } from "@/db/columns";
import { applicationMessages, applications } from "@/db/schema/applications";
import { decisions } from "@/db/schema/moderation";
import { organisations } from "@/db/schema/organisations";
import { calledIn } from "@/lib/affiliations/queries";
import { readTextsInForce } from "@/lib/consents/in-force.queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { withoutOldTicks } from "./form-answers";
import type { Applicant } from "./policy";
import { readAnswers } from "./stored-answers";

/** An applicant's own application, as their pages show it. */
export type OwnApplication = NonNullable<Awaited<ReturnType<typeof getOwnApplication>>>;

/**
 * The application of the holder of its key, whole: answers, the organisation they join (its name only, in the reader's
 * language), what the team asked and they answered, and why it was refused. Null for anybody else. The club team's own
 * notes, and who reads it, are not in it.
 */
export async function getOwnApplication(applicant: Applicant | null, locale: Locale) {
  if (!applicant) return null;
  const { applicationId } = applicant;
  const found = await query(async (db) => {
    const [row] = await db
      .select({ ...ownColumns, organisation })
      .from(applications)
      .leftJoin(organisations, eq(organisations.id, applications.organisationId))
      .where(eq(applications.id, applicationId));
    if (!row) return null;
    const messages = await listMessages(db, applicationId);
    const refusal = row.state === "refused" ? await readRefusal(db, applicationId) : null;
    return { ...row, messages, refusal };
  });
  if (!found) return null;
  const { organisation: joined, answers, ...application } = found;
  const given = readAnswers(answers);
  const texts = await readTextsInForce();
  const takenDown = getTranslator(locale, "organisations")("takenDown");
  return {
    ...application,
    answers: application.state === "draft" ? withoutOldTicks(given, texts) : given,
    /** All boxes that were ticked, also beside a text that has changed since. */
    ticks: given.consents ?? [],
    /** What they are asked to accept today. */
    texts,
    /** Null when the applicant describes an organisation of their own. */
    organisationName: joined && (joined.isHidden ? takenDown : calledIn(joined, locale).text),
    joining: joined !== null && (application.isVouched ? ("invited" as const) : true),
    /** Its seat. */
    joins: joined ? { country: joined.country, place: joined.place } : (false as const),
  };
}

const ownColumns = {
  id: applications.id,
  email: applications.email,
  locale: applications.locale,
  state: applications.state,
  answers: applications.answers,
  organisationId: applications.organisationId,
  isVouched: applications.isVouched,
  version: applications.version,
  createdAt: applications.createdAt,
  updatedAt: applications.updatedAt,
  submittedAt: applications.submittedAt,
  takenAt: applications.takenAt,
  decidedAt: applications.decidedAt,
};

const organisation = {
  isHidden: isHidden(organisations),
  name: organisations.name,
  originalLocale: organisations.originalLocale,
  slug: organisations.slug,
  country: organisations.country,
  place: organisations.place,
};

function listMessages(db: Database, applicationId: string) {
  const { kind, words, createdAt, id } = applicationMessages;
  return db
    .select({ id, kind, words, createdAt })
    .from(applicationMessages)
    .where(
      and(
        eq(applicationMessages.applicationId, applicationId),
        inArray(kind, ["question", "answer"]),
      ),
    )
    .orderBy(asc(createdAt), asc(id));
}

async function readRefusal(db: Database, applicationId: string) {
  const [row] = await db
    .select({ reasonCode: decisions.reasonCode, words: decisions.words })
    .from(decisions)
    .where(
      and(
        eq(decisions.subjectType, "application"),
        eq(decisions.subjectId, applicationId),
        eq(decisions.verdict, "refused"),
      ),
    )
    .orderBy(desc(decisions.decidedAt))
    .limit(1);
  return row ?? null;
}
