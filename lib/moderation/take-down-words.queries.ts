import "server-only";
import { aliasedTable, and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { isHidden } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { entryQuestions } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import { reports } from "@/db/schema/moderation";
import { experienceOpinions } from "@/db/schema/opinions";
import { roomMessages, rooms, roomUpdates } from "@/db/schema/rooms";
import type { StoredText } from "@/db/stored";
import { pageOf } from "@/lib/entries/noun";
import { isInSight as isEntryInSight } from "@/lib/entries/sight.queries";
import { isStaff, type Viewer } from "../core/auth/viewer-type";
import type { Locale } from "../core/i18n/locales";
import { cutText } from "../core/text/cut-text";
import { isInSight as isExperienceInSight } from "../experiences/queries";
import { isInRoom } from "../rooms/queries";
import { type Called, calledAs } from "./called";
import type { TakenDownFacts } from "./policy";

/** What the club team acts on, a row an author: none where nobody answers for it. */
export type Found = Pick<TakenDownFacts, "isPublished" | "isHidden"> & {
  id: string;
  title: StoredText;
  originalLocale: Locale;
  to: string;
  author: Author | null;
  /** Where its kind does not say it. */
  called?: Called;
};

/** Who answers for a subject, and the language they are written to in. */
export type Author = TakenDownFacts["authors"][number] & { locale: Locale };

const writer = aliasedTable(accounts, "writer");
const asker = aliasedTable(members, "asker");

/** Who answers for a subject; takes the aliased table where `accounts` already says something else. */
export const authorColumns = (table: typeof accounts | typeof writer) => ({
  accountId: table.id,
  role: table.role,
  locale: table.locale,
});

export const isTrue = sql<boolean>`true`;

/** Those among `ids` under entries in the viewer's sight. */
export async function findQuestions(
  db: Reader,
  viewer: Viewer | null,
  ids: string[],
): Promise<Found[]> {
  if (!viewer) return [];
  const inSight = db
    .select({ id: entries.id })
    .from(entries)
    .leftJoin(members, eq(members.id, entries.ownerId))
    .leftJoin(accounts, eq(accounts.id, members.accountId))
    .where(isEntryInSight(viewer));
  const rows = await db
    .select({
      id: entryQuestions.id,
      author: authorColumns(writer),
      isPublished: sql<boolean>`${isNull(entryQuestions.removedAt)}`,
      isHidden: isHidden(entryQuestions),
      words: entryQuestions.words,
      originalLocale: entryQuestions.locale,
      entryKind: entries.entryKind,
      slug: entries.slug,
    })
    .from(entryQuestions)
    .innerJoin(asker, eq(asker.id, entryQuestions.memberId))
    .innerJoin(writer, eq(writer.id, asker.accountId))
    .innerJoin(entries, eq(entries.id, entryQuestions.entryId))
    .where(and(inArray(entryQuestions.id, ids), inArray(entries.id, inSight)));
  return rows.map(({ entryKind, slug, ...row }) =>
    quoted(
      { ...row, called: calledAs("question", entryKind) },
      `${pageOf({ entryKind, slug })}#questions`,
    ),
  );
}

/** Those among `ids` on experiences in the viewer's sight. */
export async function findOpinions(
  db: Reader,
  viewer: Viewer | null,
  ids: string[],
): Promise<Found[]> {
  if (!viewer) return [];
  const rows = await db
    .select({
      id: experienceOpinions.id,
      author: authorColumns(writer),
      isPublished: isTrue,
      isHidden: isHidden(experienceOpinions),
      words: experienceOpinions.words,
      originalLocale: experienceOpinions.locale,
      slug: entries.slug,
    })
    .from(experienceOpinions)
    .innerJoin(asker, eq(asker.id, experienceOpinions.memberId))
    .innerJoin(writer, eq(writer.id, asker.accountId))
    .innerJoin(entries, eq(entries.id, experienceOpinions.entryId))
    .innerJoin(members, eq(members.id, entries.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(inArray(experienceOpinions.id, ids), isExperienceInSight(viewer)));
  return rows.map(({ slug, ...row }) => quoted(row, `/experiences/${slug}#opinions`));
}

/** A public one where it stands on the project's page; any other in its room alone, and for the club team once reported. */
export async function findUpdates(
  db: Reader,
  viewer: Viewer | null,
  ids: string[],
): Promise<Found[]> {
  const isThere = viewer ? isInRoom(viewer) : sql`false`;
  const rows = await db
    .select({
      id: roomUpdates.id,
      author: authorColumns(writer),
      isPublished: isTrue,
      isHidden: isHidden(roomUpdates),
      words: roomUpdates.words,
      originalLocale: roomUpdates.locale,
      slug: entries.slug,
      isThere: sql<boolean>`${isThere}`,
    })
    .from(roomUpdates)
    .innerJoin(writer, eq(writer.id, roomUpdates.authorId))
    .innerJoin(rooms, eq(rooms.id, roomUpdates.roomId))
    .innerJoin(entries, eq(entries.id, rooms.projectId))
    .innerJoin(members, eq(members.id, entries.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(
      and(
        inArray(roomUpdates.id, ids),
        or(
          and(roomUpdates.isPublic, isEntryInSight(viewer)),
          isThere,
          wasReported(viewer, roomUpdates.id),
        ),
      ),
    );
  return rows.map(({ slug, isThere, ...row }) =>
    // What the team does is told to its author, who is in the room.
    quoted(row, `/projects/${slug}${isThere || isStaff(viewer) ? "/room" : "#project-news"}`),
  );
}

/** The club team reads no room: somebody of it who is in this one does, and all of it what somebody in it reported. */
export async function findMessages(
  db: Reader,
  viewer: Viewer | null,
  ids: string[],
): Promise<Found[]> {
  if (!viewer) return [];
  const rows = await db
    .select({
      id: roomMessages.id,
      author: authorColumns(writer),
      isPublished: isTrue,
      isHidden: isHidden(roomMessages),
      words: roomMessages.words,
      originalLocale: writer.locale,
      slug: entries.slug,
    })
    .from(roomMessages)
    .innerJoin(writer, eq(writer.id, roomMessages.authorId))
    .innerJoin(rooms, eq(rooms.id, roomMessages.roomId))
    .innerJoin(entries, eq(entries.id, rooms.projectId))
    .where(
      and(
        inArray(roomMessages.id, ids),
        or(isInRoom(viewer), wasReported(viewer, roomMessages.id)),
      ),
    );
  return rows.map(({ slug, ...row }) => quoted(row, `/projects/${slug}/room/discussion`));
}

const wasReported = (viewer: Viewer | null, id: typeof roomMessages.id | typeof roomUpdates.id) =>
  isStaff(viewer)
    ? sql`exists (select from ${reports} where ${reports.subjectId} = ${id})`
    : undefined;

/** What has no title is called by its first words. */
const quoted = <Row extends { words: string; originalLocale: Locale }>(
  { words, ...row }: Row,
  to: string,
) => ({ ...row, title: { [row.originalLocale]: cutText(words, TITLE) }, to });

const TITLE = 60;
