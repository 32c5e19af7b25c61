import "server-only";
import { and, inArray, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { auditEvents } from "@/db/schema/audit";
import { entries, entryRevisions } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { organisations } from "@/db/schema/organisations";
import { likePattern } from "../core/text/fold";

const MARKS = "[\u0300-\u036f]";

/**
 * Acts on what is called so, by a part of its title in any language, accents or none: entries, their edits and the interests
 * in them, organisations, activities. What the trail does not name is not found: drafts, and what only its owner sees.
 */
export function isCalled(db: Database, text: string): SQL | undefined {
  const pattern = likePattern(text);
  const isEntry = and(
    ne(entries.moderation, "draft"),
    isNotNull(entries.submittedAt),
    says(entries.title, pattern),
  );
  const ofEntries = db.select({ id: entries.id }).from(entries).where(isEntry);
  const { subjectId } = auditEvents;
  return or(
    inArray(subjectId, ofEntries),
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
    inArray(
      subjectId,
      db
        .select({ id: organisations.id })
        .from(organisations)
        .where(and(ne(organisations.visibility, "self"), says(organisations.name, pattern))),
    ),
    inArray(
      subjectId,
      db
        .select({ id: activities.id })
        .from(activities)
        .where(and(ne(activities.visibility, "self"), says(activities.title, pattern))),
    ),
  );
}

/** As `fold` has it, but for œ, æ and ß. */
function says(title: AnyPgColumn, pattern: string): SQL {
  const texts = sql`concat_ws(' ', ${title} ->> 'fr', ${title} ->> 'en', ${title} ->> 'zh')`;
  const plain = sql`translate(${texts}, '’''', '  ')`;
  return sql`lower(regexp_replace(normalize(${plain}, NFKD), ${MARKS}, '', 'g')) like ${pattern}`;
}
