import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { type Database, query } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { applications } from "@/db/schema/applications";
import { entries } from "@/db/schema/entries";
import { entryQuestions } from "@/db/schema/entry-parts";
import { interests } from "@/db/schema/interests";
import { introductions } from "@/db/schema/introductions";
import { experienceOpinions } from "@/db/schema/opinions";
import { organisations } from "@/db/schema/organisations";
import { roomMessages, rooms, roomUpdates } from "@/db/schema/rooms";
import type { StoredText } from "@/db/stored";
import type { Locale } from "../core/i18n/locales";
import { pickText } from "../core/i18n/localized-text";
import { pageOf } from "../entries/noun";

/** What an act was about and the page that shows it; a null label for what only its owner sees. */
export type SubjectPage = { label: string | null; to: string | null };

type Named = { id: string; slug: string; text: StoredText; original: Locale; isOwn: boolean };

const ofEntry = {
  entryKind: entries.entryKind,
  slug: entries.slug,
  text: entries.title,
  original: entries.originalLocale,
  isOwn: sql<boolean>`${entries.moderation} = 'draft'`,
};

/**
 * Organisations and activities by name, interests, rooms and what is written in those by the project they are in, questions
 * and opinions by the entry they are about unless it was taken back, applications that were handed in by address, introductions
 * as what only those concerned see, found by their keys; the caller has asked the policy of the trail.
 */
export async function nameSubjects(
  keys: string[],
  locale: Locale,
): Promise<Map<string, SubjectPage>> {
  if (keys.length === 0) return new Map();
  const [ofOrganisations, ofActivities, aroundEntries, others] = await query((db) =>
    Promise.all([
      db
        .select({
          id: organisations.id,
          slug: organisations.slug,
          text: organisations.name,
          original: organisations.originalLocale,
          isOwn: sql<boolean>`${organisations.visibility} = 'self'`,
        })
        .from(organisations)
        .where(inArray(organisations.id, keys)),
      db
        .select({
          id: activities.id,
          slug: activities.slug,
          text: activities.title,
          original: activities.originalLocale,
          isOwn: sql<boolean>`${activities.visibility} = 'self'`,
        })
        .from(activities)
        .where(inArray(activities.id, keys)),
      aroundEntriesIn(db, keys),
      unionAll(
        db
          .select({
            id: applications.id,
            email: sql<string | null>`${applications.email}`,
            isOwn: sql<boolean>`${applications.submittedAt} is null`,
          })
          .from(applications)
          .where(inArray(applications.id, keys)),
        db
          .select({
            id: introductions.id,
            email: sql<string | null>`null`,
            isOwn: sql<boolean>`true`,
          })
          .from(introductions)
          .where(inArray(introductions.id, keys)),
      ),
    ]),
  );
  const onPage = (row: Named, to: string) => {
    const label = pickText(row.text, locale, row.original)?.text ?? row.slug;
    return [row.id, row.isOwn ? PRIVATE : { label, to }] as const;
  };
  return new Map<string, SubjectPage>([
    ...ofOrganisations.map((row) => onPage(row, `/organisations/${row.slug}`)),
    ...ofActivities.map((row) => onPage(row, `/activities/${row.slug}`)),
    ...aroundEntries.map((row) => onPage(row, pageOf(row))),
    ...others.map(({ id, email, isOwn }): [string, SubjectPage] => [
      id,
      isOwn ? PRIVATE : { label: email, to: `/admin/applications/${id}` },
    ]),
  ]);
}

/** What hangs on an entry, with the entry. */
const aroundEntriesIn = (db: Database, keys: string[]) =>
  unionAll(
    db
      .select({ id: interests.id, ...ofEntry })
      .from(interests)
      .innerJoin(entries, eq(entries.id, interests.projectId))
      .where(inArray(interests.id, keys)),
    db
      .select({ id: rooms.id, ...ofEntry })
      .from(rooms)
      .innerJoin(entries, eq(entries.id, rooms.projectId))
      .where(inArray(rooms.id, keys)),
    db
      .select({ id: roomMessages.id, ...ofEntry })
      .from(roomMessages)
      .innerJoin(rooms, eq(rooms.id, roomMessages.roomId))
      .innerJoin(entries, eq(entries.id, rooms.projectId))
      .where(inArray(roomMessages.id, keys)),
    db
      .select({ id: roomUpdates.id, ...ofEntry })
      .from(roomUpdates)
      .innerJoin(rooms, eq(rooms.id, roomUpdates.roomId))
      .innerJoin(entries, eq(entries.id, rooms.projectId))
      .where(inArray(roomUpdates.id, keys)),
    db
      .select({ id: entryQuestions.id, ...ofEntry })
      .from(entryQuestions)
      .innerJoin(entries, eq(entries.id, entryQuestions.entryId))
      .where(inArray(entryQuestions.id, keys)),
    db
      .select({ id: experienceOpinions.id, ...ofEntry })
      .from(experienceOpinions)
      .innerJoin(entries, eq(entries.id, experienceOpinions.entryId))
      .where(inArray(experienceOpinions.id, keys)),
  );

const PRIVATE: SubjectPage = { label: null, to: null };
