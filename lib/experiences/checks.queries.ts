import "server-only";
import { and, inArray, ne, sql } from "drizzle-orm";
import { query, type Reader } from "@/db/client";
import type { EntryLevel } from "@/db/enums";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { type Texts, textsOf } from "@/lib/entries/content";
import { textsIn } from "@/lib/entries/description";
import { type Gap, tellingGaps } from "@/lib/entries/missing-fields";
import { type EntryFacts, ownsEntry } from "@/lib/entries/policy";
import { findFullNames } from "@/lib/projects/identifies-owner";
import { findIdentitiesAmong } from "@/lib/projects/identity.queries";
import { arrayOf } from "@/lib/search/line-conditions";
import { nameQuestions } from "@/lib/search/name-questions";
import { inAllLanguages } from "@/lib/search/said-words";
import { EXPERIENCE, type ExperienceContent, textsReadUnnamed } from "./experience";

type Settings = { id: string; ownerId: string; isTeased: boolean; ownerLevel: EntryLevel };

/**
 * What in a content, or a part of it, and under `files` in the names of those that members open, tells readers who are not
 * told who wrote it, or how to reach them.
 */
export async function findTelling(
  db: Reader,
  experience: Settings,
  content: Partial<ExperienceContent>,
): Promise<Gap[]> {
  const texts = textsReadUnnamed(experience, content);
  if (Object.keys(texts).length === 0) return [];
  const identified = await findIdentitiesAmong(db, { ...experience, textLevel: "members" }, texts);
  return tellingGaps(EXPERIENCE, identified, { code: "tellsAuthor", files: "readers" });
}

/** The full names of other members of the directory that are written in the texts of a content. */
export async function findNamed(
  db: Reader,
  ownerId: string,
  content: Partial<ExperienceContent>,
): Promise<string[]> {
  const texts: Texts = textsOf(EXPERIENCE, content);
  const all = textsIn(EXPERIENCE).flatMap((name) => inAllLanguages(texts[name] ?? {}));
  const written = all.join("\n");
  const questions = nameQuestions(written);
  if (questions.length === 0) return [];
  const { id, familyName, givenName, nameZh } = members;
  const near = sql`(select search.nearest('search.member_for_members',
    ${arrayOf(questions)}::text[], '{}', 500))`;
  const people = await db
    .select({ familyName, givenName, nameZh })
    .from(members)
    .where(and(inArray(id, near), ne(id, ownerId)));
  return findFullNames(written, people);
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
