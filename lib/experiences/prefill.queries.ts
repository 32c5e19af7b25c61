import "server-only";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { query } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { entries } from "@/db/schema/entries";
import { entryQuestions } from "@/db/schema/entry-parts";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { rowId } from "@/lib/core/text/fields";
import { EXPERIENCE, LINKED } from "./experience";
import { type Link, listLinkChoices } from "./links.queries";

type Asked = Partial<Record<string, string | string[]>>;

export type Prefill = {
  /** What it will be about. */
  links: Link[];
  title: string;
  cities: string[];
  fromYear: number | null;
  toYear: number | null;
};

/**
 * What the two-minute form starts with, by its address: `project`, `activity` and `organisation` by theirs, in the viewer's
 * sight, and `question`, an answered one of their own, by its key. What they may not see is as if it were not asked for.
 */
export async function getPrefill(viewer: Viewer, asked: Asked, locale: Locale): Promise<Prefill> {
  const one = (name: string) => [asked[name] ?? ""].flat()[0] ?? "";
  const question = await readQuestion(viewer, one("question"));
  const named = {
    project: one("project") || question?.project,
    activity: one("activity"),
    organisation: one("organisation"),
  };
  const choices = await listLinkChoices(viewer, { asked: named }, locale);
  const links = LINKED.flatMap((kind) => choices[kind].filter(({ slug }) => slug === named[kind]));
  const of = (kind: Link["kind"]) => links.find((link) => link.kind === kind)?.id;
  const start = (await readStart(viewer, of("activity"), of("project"))) ?? {};
  return {
    links,
    title: Array.from(question?.words ?? "")
      .slice(0, EXPERIENCE.title.most)
      .join(""),
    ...{ cities: [], fromYear: null, toYear: null, ...start },
  };
}

async function readQuestion(viewer: Viewer, asked: string) {
  const key = rowId.safeParse(asked);
  if (!key.success || !viewer.memberId) return null;
  const { id, memberId, answer, removedAt, entryId, words } = entryQuestions;
  const isOwn = and(eq(memberId, viewer.memberId), isNotNull(answer), isNull(removedAt));
  const [row] = await query((db) =>
    db
      .select({ words, kind: entries.entryKind, slug: entries.slug })
      .from(entryQuestions)
      .innerJoin(entries, eq(entries.id, entryId))
      .where(and(eq(id, key.data), isOwn)),
  );
  if (!row) return null;
  const line = row.words.split("\n").join(" ");
  return { words: line, project: row.kind === "project" ? row.slug : undefined };
}

/** Where and when an activity was, or where the viewer's own project is: the cities of others' may not be told. */
async function readStart(viewer: Viewer, activityId = "", projectId = "") {
  const { cities, since: fromYear, until: toYear } = activities;
  const isOwn = and(eq(entries.id, projectId), eq(entries.ownerId, viewer.memberId ?? ""));
  const [row] = await query<Partial<Prefill>[]>((db) => {
    if (!activityId && !projectId) return Promise.resolve([]);
    return activityId
      ? db
          .select({ cities, fromYear, toYear })
          .from(activities)
          .where(eq(activities.id, activityId))
      : db.select({ cities: entries.cities }).from(entries).where(isOwn);
  });
  return row;
}
