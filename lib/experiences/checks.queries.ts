import "server-only";
import { inArray, sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "@/db/client";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { LOCALES } from "@/lib/core/i18n/locales";
import { type Texts, textsOf } from "@/lib/entries/content";
import type { Gap } from "@/lib/entries/missing-fields";
import { type EntryFacts, ownsEntry } from "@/lib/entries/policy";
import { findFullNames, findIdentities } from "@/lib/projects/identifies-owner";
import { readOwnerIdentity } from "@/lib/projects/identity.queries";
import { arrayOf } from "@/lib/search/line-conditions";
import { nameQuestions } from "@/lib/search/name-questions";
import { EXPERIENCE, type ExperienceContent, textsReadUnnamed } from "./experience";

type Reader = Database | Transaction;

type Settings = { ownerId: string; isTeased: boolean; ownerLevel: string };

/** What in a content, or a part of it, tells readers who are not told who wrote it, or how to reach them. */
export async function findTelling(
  db: Reader,
  { ownerId, ...settings }: Settings,
  content: Partial<ExperienceContent>,
): Promise<Gap[]> {
  const texts = textsReadUnnamed(settings, content);
  if (Object.keys(texts).length === 0) return [];
  const found = findIdentities(texts, await readOwnerIdentity(db, ownerId));
  return found.map(({ field, found: words }): Gap => {
    const { section } = EXPERIENCE[field.split(".")[0] as "title"];
    return { field, section, code: "tellsAuthor", values: { found: words } };
  });
}

/** The full names of other members of the directory that are written in the texts of a content. */
export async function findNamed(
  db: Reader,
  ownerId: string,
  content: Partial<ExperienceContent>,
): Promise<string[]> {
  const texts: Texts = textsOf(EXPERIENCE, content);
  const written = Object.keys(EXPERIENCE)
    .flatMap((name) => LOCALES.map((locale) => texts[name]?.[locale] ?? ""))
    .join("\n");
  const questions = nameQuestions(written);
  if (questions.length === 0) return [];
  const { id, familyName, givenName, nameZh } = members;
  const people = await db
    .select({ id, familyName, givenName, nameZh })
    .from(members)
    .where(
      inArray(
        id,
        sql`(select search.nearest('search.member_for_members', ${arrayOf(questions)}::text[], '{}', 500))`,
      ),
    );
  return findFullNames(
    written,
    people.filter((one) => one.id !== ownerId),
  );
}

/** The same for its author, before others read what they work on. */
export function listChecks(
  viewer: Viewer,
  own: Settings & EntryFacts,
  content: ExperienceContent,
): Promise<{ telling: Gap[]; named: string[] }> {
  authorize(ownsEntry(viewer, own));
  return query(async (db) => ({
    telling: await findTelling(db, own, content),
    named: await findNamed(db, own.ownerId, content),
  }));
}
