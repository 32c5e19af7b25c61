import "server-only";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import {
  affiliationRequests,
  affiliations,
  organisationInvitations,
} from "@/db/schema/affiliations";
import { applications } from "@/db/schema/applications";
import { organisations } from "@/db/schema/organisations";
import type { Read } from "@/db/together";
import { calledIn, isInvitationStanding } from "@/lib/affiliations/queries";
import type { ApplicationAnswers } from "@/lib/applications/answers";
import { readAnswers } from "@/lib/applications/stored-answers";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { FirstSteps } from "./first-steps";

/** For how many days after the approval the dashboard proposes what the application told. */
const DAYS_OF_WELCOME = 90;

/** What the viewer has begun to show of themselves, with what they applied with; null without a profile. */
export async function getFirstSteps(
  viewer: Viewer,
  read: Read = query,
): Promise<FirstSteps | null> {
  const { memberId, accountId } = viewer;
  if (memberId === null) return null;
  const isOpen = eq(affiliationRequests.state, "open");
  const isRecent = sql`${applications.decidedAt} > now() - make_interval(days => ${DAYS_OF_WELCOME})`;
  const isOwnApplication = and(
    eq(applications.accountId, accountId),
    eq(applications.state, "approved"),
    isRecent,
  );
  return read(async (db) => {
    const [joined, asked, described, [application]] = await Promise.all([
      db
        .select({ id: affiliations.organisationId })
        .from(affiliations)
        .where(eq(affiliations.memberId, memberId))
        .limit(1),
      db
        .select({ id: affiliationRequests.id })
        .from(affiliationRequests)
        .where(and(eq(affiliationRequests.memberId, memberId), isOpen))
        .limit(1),
      db
        .selectDistinct({ kind: activities.kind })
        .from(activities)
        .where(eq(activities.memberId, memberId)),
      db
        .select({ answers: applications.answers })
        .from(applications)
        .where(isOwnApplication)
        .limit(1),
    ]);
    return {
      hasOrganisation: joined.length + asked.length > 0,
      ownKinds: described.map(({ kind }) => kind),
      applied: application ? appliedWith(readAnswers(application.answers)) : null,
    };
  });
}

function appliedWith(answers: ApplicationAnswers): FirstSteps["applied"] {
  const { activityKinds = [], activityStage, cities = [], sectors = [] } = answers;
  return { activityKinds, stage: activityStage, cities, sectors };
}

/** The organisations that have invited the viewer's own address and wait for an answer, newest first; only those whose page they can open. */
export async function listOwnInvitations(
  viewer: Viewer,
  locale: Locale,
  read: Read = query,
): Promise<{ organisation: string; slug: string }[]> {
  const { email, createdAt, organisationId } = organisationInvitations;
  const rows = await read((db) =>
    db
      .select({
        slug: organisations.slug,
        name: organisations.name,
        originalLocale: organisations.originalLocale,
      })
      .from(organisationInvitations)
      .innerJoin(organisations, eq(organisations.id, organisationId))
      .innerJoin(accounts, eq(accounts.email, email))
      .where(
        and(
          eq(accounts.id, viewer.accountId),
          isInvitationStanding,
          inArray(organisations.visibility, ["public", "members"]),
        ),
      )
      .orderBy(desc(createdAt)),
  );
  return rows.map((row) => ({ slug: row.slug, organisation: calledIn(row, locale).text }));
}
