import "server-only";
import { and, inArray, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { auditEvents } from "@/db/schema/audit";
import { entries, entryRevisions } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { reports } from "@/db/schema/moderation";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "../core/auth/viewer-type";
import { likePattern } from "../core/text/fold";
import { casesOf } from "../moderation/reports.queries";

const MARKS = "[\u0300-\u036f]";

/**
 * Acts on what is called so, by a part of its title in any language, accents or none: entries, their edits and the interests
 * in them, organisations, activities, and reports of these. What the trail does not name is not found: drafts, what only its
 * owner sees, and what was reported of the viewer's own.
 */
export function isCalled(db: Database, viewer: Viewer, text: string): SQL | undefined {
  const pattern = likePattern(text);
  const isEntry = and(
    ne(entries.moderation, "draft"),
    isNotNull(entries.submittedAt),
    says(entries.title, pattern),
  );
  const ofEntries = db.select({ id: entries.id }).from(entries).where(isEntry);
  const ofOrganisations = db
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(ne(organisations.visibility, "self"), says(organisations.name, pattern)));
  const ofActivities = db
    .select({ id: activities.id })
    .from(activities)
    .where(and(ne(activities.visibility, "self"), says(activities.title, pattern)));
  const { subjectId } = auditEvents;
  const isOneOf = (key: AnyPgColumn) =>
    or(inArray(key, ofEntries), inArray(key, ofOrganisations), inArray(key, ofActivities));
  return or(
    isOneOf(subjectId),
    inArray(
      subjectId,
      db
        .select({ id: entryRevisions.id })
        .from(entryRevisions)
        .where(inArray(entryRevisions.entryId, ofEntries)),
    ),
    inArray(
      subjectId,
      db
        .select({ id: interests.id })
        .from(interests)
        .where(inArray(interests.projectId, ofEntries)),
    ),
    inArray(subjectId, casesOf(db, viewer, isOneOf(reports.subjectId))),
  );
}

/** As `fold` has it, but for œ, æ and ß. */
function says(title: AnyPgColumn, pattern: string): SQL {
  const texts = sql`concat_ws(' ', ${title} ->> 'fr', ${title} ->> 'en', ${title} ->> 'zh')`;
  const plain = sql`translate(${texts}, '’''', '  ')`;
  return sql`lower(regexp_replace(normalize(${plain}, NFKD), ${MARKS}, '', 'g')) like ${pattern}`;
}
