import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { applications } from "@/db/schema/applications";
import { entries } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { organisations } from "@/db/schema/organisations";
import type { StoredText } from "@/db/stored";
import type { Locale } from "../core/i18n/locales";
import { pickText } from "../core/i18n/localized-text";

/** What an act was about and the page that shows it; a null label for what only its owner sees. */
export type SubjectPage = { label: string | null; to: string | null };

type Entry = { id: string; slug: string; text: StoredText; original: Locale; isOwn: boolean };

/**
 * Organisations and activities by name, interests by the project they are in, applications that were handed in by
 * address, found by their keys; the caller has asked the policy of the trail.
 */
export async function nameSubjects(
  keys: string[],
  locale: Locale,
): Promise<Map<string, SubjectPage>> {
  if (keys.length === 0) return new Map();
  const [ofOrganisations, ofActivities, ofInterests, ofApplications] = await query((db) =>
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
      db
        .select({
          id: interests.id,
          slug: entries.slug,
          text: entries.title,
          original: entries.originalLocale,
          isOwn: sql<boolean>`false`,
        })
        .from(interests)
        .innerJoin(entries, eq(entries.id, interests.projectId))
        .where(inArray(interests.id, keys)),
      db
        .select({
          id: applications.id,
          email: applications.email,
          isOwn: sql<boolean>`${applications.submittedAt} is null`,
        })
        .from(applications)
        .where(inArray(applications.id, keys)),
    ]),
  );
  const onPage = (room: string) => (row: Entry) => {
    const label = pickText(row.text, locale, row.original)?.text ?? row.slug;
    return [row.id, row.isOwn ? PRIVATE : { label, to: `/${room}/${row.slug}` }] as const;
  };
  return new Map<string, SubjectPage>([
    ...ofOrganisations.map(onPage("organisations")),
    ...ofActivities.map(onPage("activities")),
    ...ofInterests.map(onPage("projects")),
    ...ofApplications.map(({ id, email, isOwn }): [string, SubjectPage] => [
      id,
      isOwn ? PRIVATE : { label: email, to: `/admin/applications/${id}` },
    ]),
  ]);
}

const PRIVATE: SubjectPage = { label: null, to: null };
