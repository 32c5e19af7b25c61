import "server-only";
import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { entryQuestions } from "@/db/schema/entry-parts";
import { events } from "@/db/schema/events";
import { members } from "@/db/schema/members";
import { eventRegistrations } from "@/db/schema/registrations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { rowId } from "@/lib/core/text/fields";
import { isSlug } from "@/lib/core/text/slug";
import { isInSight } from "@/lib/entries/sight.queries";
import { isInSight as isEventInSight } from "@/lib/events/sight.queries";
import type { Asked } from "@/lib/search/list-filters";
import { EXPERIENCE } from "./experience";
import { listLinkChoices } from "./links.queries";

export type Prefill = Awaited<ReturnType<typeof getPrefill>>;

/**
 * What the two-minute form starts with, by its address: `project`, `activity` and `organisation` by theirs, in the viewer's
 * sight, an `event` they came to, and `question` by its key: an answered one of their own, or what they answered to one put to the club. What they may not see is as if it were not asked for.
 */
export async function getPrefill(viewer: Viewer, asked: Asked, locale: Locale) {
  const one = (name: string) => [asked[name] ?? ""].flat()[0] ?? "";
  const question = await readQuestion(viewer, one("question"));
  const event = await readEvent(viewer, one("event"));
  const named = {
    project: one("project") || question?.project,
    activity: one("activity"),
    organisation: one("organisation"),
  };
  const choices = await listLinkChoices(viewer, { asked: named }, locale);
  const links = choices.filter(({ kind, slug }) => slug === named[kind]);
  const start = links.find(({ kind }) => kind === "activity") ?? links[0];
  return {
    links,
    title: [
      ...(question?.title ?? event?.title[locale] ?? event?.title[event.originalLocale] ?? ""),
    ]
      .slice(0, EXPERIENCE.title.most)
      .join(""),
    story: question?.story ?? "",
    cities: start?.cities ?? event?.cities ?? [],
    fromYear: start?.fromYear ?? event?.year ?? null,
    toYear: start?.toYear ?? event?.year ?? null,
  };
}

/** An event that they came to. */
async function readEvent(viewer: Viewer, slug: string) {
  const { memberId: own } = viewer;
  if (!isSlug(slug) || own === null) return null;
  const { startsAt } = events;
  const { eventId, memberId, state } = eventRegistrations;
  const [row] = await query((db) =>
    db
      .select({
        title: entries.title,
        originalLocale: entries.originalLocale,
        cities: entries.cities,
        startsAt,
      })
      .from(eventRegistrations)
      .innerJoin(events, eq(events.id, eventId))
      .innerJoin(entries, eq(entries.id, events.id))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          eq(entries.slug, slug),
          eq(memberId, own),
          eq(state, "attended"),
          isEventInSight(viewer),
        ),
      ),
  );
  return row ? { ...row, year: row.startsAt && Number(today(row.startsAt).slice(0, 4)) } : null;
}

type Told = { title: string; story: string; project?: string };

async function readQuestion(viewer: Viewer, wanted: string): Promise<Told | null> {
  const key = rowId.safeParse(wanted);
  if (!key.success || !viewer.memberId) return null;
  const { id, memberId, answer, removedAt, entryId, words } = entryQuestions;
  const isTold = or(isNotNull(answer), eq(entries.entryKind, "ask"));
  const isOwn = and(eq(memberId, viewer.memberId), isTold, isNull(removedAt));
  const [row] = await query((db) =>
    db
      .select({
        words,
        kind: entries.entryKind,
        slug: entries.slug,
        asked: entries.title,
        locale: entries.originalLocale,
        isOpen: sql<boolean>`${isInSight(viewer)}`,
      })
      .from(entryQuestions)
      .innerJoin(entries, eq(entries.id, entryId))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(id, key.data), isOwn)),
  );
  if (!row) return null;
  const { words: said, kind, slug, asked, locale, isOpen } = row;
  // What somebody else asked is theirs: taken back or taken down, it is read by nobody.
  if (kind === "ask") return { title: (isOpen && asked[locale]) || "", story: said };
  const title = said.replaceAll("\n", " ");
  return { title, story: "", project: kind === "project" ? slug : undefined };
}
