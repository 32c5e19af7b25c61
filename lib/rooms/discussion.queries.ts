import "server-only";
import { and, count, desc, eq, inArray, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { isHidden } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { roomMessages, rooms, roomTranslations } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { chosenProvider } from "@/lib/core/i18n/machine-translation";
import type { MachineState, MachineWords } from "@/lib/core/i18n/machine-view";
import { machineState } from "@/lib/core/i18n/machine-words";
import { isSlug } from "@/lib/core/text/slug";
import { isAuthorHere, isMachineAllowed } from "./machine.queries";
import { cardColumns, isInRoom, isWordShown, type RoomCard, toCard } from "./queries";
import { MESSAGES_PER_PAGE } from "./room-limits";

export type RoomMessage = {
  id: string;
  words: string;
  createdAt: Date;
  /** Taken down, and read by its author and the club team alone. */
  isHidden: boolean;
  author: RoomCard;
  /** In which language they have written their profile; null once they are gone. */
  authorLocale: Locale | null;
  /** In the room: their words may be sent to a machine, where all there said yes. */
  isAuthorHere: boolean;
  /** What a machine made of it for this reader, and how it was called; null where nobody asked. */
  machine: MachineWords | null;
  mentions: RoomCard[];
};

/** What a room holds of its discussion now. */
export type Talk = {
  roomId: string;
  closedAt: Date | null;
  total: number;
  /** How the machine is called that translates what is written there; null without one, and until all said yes. */
  machine: string | null;
  /** Another one as soon as the reader would be shown something else. */
  mark: string;
};

/** The discussion of the room of the project at this address, for whoever is in the room; null for everybody else. */
export async function getTalk(viewer: Viewer, slug: string): Promise<Talk | null> {
  if (!isSlug(slug)) return null;
  const { id, hiddenAt } = roomMessages;
  const { isNamed } = cardColumns(viewer);
  const total = count(id);
  const provider = chosenProvider();
  const machineMark = provider ? translationsMark : sql`''`;
  const state = sql`hashtextextended(concat_ws('.', ${id}, ${hiddenAt}, ${isNamed}), 0)`;
  const [talk] = await query((db) =>
    db
      .select({
        roomId: rooms.id,
        closedAt: rooms.closedAt,
        total,
        mark: sql<string>`concat_ws('.', ${total}, bit_xor(${state}), ${mentionedMark(viewer)}, ${rooms.closedAt} is null, ${machineMark})`,
        isMachineAllowed: provider ? isMachineAllowed : sql<boolean>`false`,
      })
      .from(rooms)
      .innerJoin(entries, eq(entries.id, rooms.projectId))
      .leftJoin(
        roomMessages,
        and(eq(roomMessages.roomId, rooms.id), isWordShown(viewer, roomMessages)),
      )
      .leftJoin(accounts, eq(accounts.id, roomMessages.authorId))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .where(and(eq(entries.slug, slug), isInRoom(viewer)))
      .groupBy(rooms.id),
  );
  if (!talk) return null;
  const { isMachineAllowed: isAllowed, ...rest } = talk;
  return { ...rest, machine: isAllowed && provider ? provider.name : null };
}

/** Who of those that messages of the room are addressed to is named to the reader. */
const mentionedMark = (viewer: Viewer) => {
  const { memberId, isNamed } = cardColumns(viewer);
  return sql`(select bit_xor(hashtextextended(concat_ws('.', ${memberId}, ${isNamed}), 0))
    from ${members} join ${accounts} on ${accounts.id} = ${members.accountId}
    where ${memberId} in (select unnest(said.mentions) from room_messages said where said.room_id = ${rooms.id}))`;
};

/** What a machine was asked for in the room, and whether all said yes. */
const translationsMark = sql`concat_ws('.', ${isMachineAllowed},
  (select concat_ws('.', count(*), count(made.words), count(made.failed_at), max(made.asked_at))
    from room_translations made join room_messages said on said.id = made.message_id
    where said.room_id = "rooms"."id"))`;

/** One page of `most` messages of a room, newest first; empty for who is not in the room. */
export async function readMessages(
  viewer: Viewer,
  roomId: string,
  locale: Locale,
  page: number,
  most = MESSAGES_PER_PAGE,
): Promise<RoomMessage[]> {
  const rows = await query((db) =>
    db
      .select({
        id: roomMessages.id,
        words: roomMessages.words,
        mentioned: roomMessages.mentions,
        createdAt: roomMessages.createdAt,
        isHidden: isHidden(roomMessages),
        isAuthorHere,
        authorLocale: members.originalLocale,
        madeBy: roomTranslations.madeBy,
        machineWords: roomTranslations.words,
        machineState: machineState(roomTranslations),
        ...cardColumns(viewer),
      })
      .from(roomMessages)
      .innerJoin(rooms, eq(rooms.id, roomMessages.roomId))
      .innerJoin(accounts, eq(accounts.id, roomMessages.authorId))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .leftJoin(
        roomTranslations,
        and(eq(roomTranslations.messageId, roomMessages.id), eq(roomTranslations.locale, locale)),
      )
      .where(and(eq(rooms.id, roomId), isInRoom(viewer), isWordShown(viewer, roomMessages)))
      .orderBy(desc(roomMessages.createdAt), desc(roomMessages.id))
      .limit(most)
      .offset((page - 1) * most),
  );
  const mentioned = await listCards(
    viewer,
    rows.flatMap((row) => row.mentioned),
    locale,
  );
  return rows.map((row) => ({
    id: row.id,
    words: row.words,
    createdAt: row.createdAt,
    isHidden: row.isHidden,
    author: toCard(viewer, row, locale),
    authorLocale: row.authorLocale,
    isAuthorHere: row.isAuthorHere,
    machine: row.madeBy === null ? null : machineOf({ ...row, madeBy: row.madeBy }),
    mentions: mentioned.filter(({ memberId }) => row.mentioned.includes(memberId ?? "")),
  }));
}

type MachineRow = { machineState: MachineState; machineWords: string | null; madeBy: string };

const machineOf = ({ machineState: state, machineWords: words, madeBy }: MachineRow) => ({
  ...{ state, words, madeBy },
});

async function listCards(viewer: Viewer, ids: string[], locale: Locale): Promise<RoomCard[]> {
  if (ids.length === 0) return [];
  const rows = await query((db) =>
    db
      .select(cardColumns(viewer))
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(inArray(members.id, [...new Set(ids)])),
  );
  return rows.map((row) => toCard(viewer, row, locale));
}
