import "server-only";
import { and, eq, inArray, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { members } from "@/db/schema/members";
import { isNewOf, waitingInterests } from "@/db/waiting";
import { toldTitle } from "@/lib/entries/sight.queries";
import { ENDED_STATES, OPEN_STATES, PARTNER_STATES } from "./policy";
import { isOtherSide, isOwn, openQuestion, otherColumns, type Reader } from "./sight.queries";

/** Nobody reads twice what an acceptance made one: as long as they are in its room, that stands for it. */
const isOutsideItsRoom = ({ memberId }: Reader): SQL | undefined =>
  or(
    notInArray(interests.state, [...PARTNER_STATES]),
    sql`${interests.projectId} not in (select room.project_id from rooms room
      join room_people own on own.room_id = room.id
      where own.member_id = ${memberId} and own.removed_at is null)`,
  );

/** A reader's interests, on either side, by what a list of exchanges sorts them; `mark` is another one once it would show something else. */
export function interestKeys(db: Database, reader: Reader) {
  const { id, state, stateAt, version, contactEndedOn } = interests;
  const lastSaid = sql`(select max(said.created_at) from interest_messages said where said.interest_id = ${id})`;
  const { familyName } = otherColumns(reader);
  // Found by the two indexes before anybody is joined.
  const isEither = or(
    eq(interests.memberId, reader.memberId),
    eq(interests.receivedBy, reader.memberId),
  );
  return db
    .select({
      kind: sql<string>`'interest'`.as("kind"),
      id: sql<string>`${id}`.as("id"),
      isTurn: sql<boolean>`${id} in (${waitingInterests(reader.memberId)})`.as("is_turn"),
      isNews: sql<boolean>`${isNewOf(reader.accountId, id)}`.as("is_news"),
      isWaiting: sql<boolean>`${inArray(state, [...OPEN_STATES])}`.as("is_waiting"),
      isEnded:
        sql<boolean>`(${inArray(state, [...ENDED_STATES])} or ${contactEndedOn} is not null)`.as(
          "is_ended",
        ),
      at: sql<Date>`greatest(${stateAt}, ${lastSaid})`.mapWith(stateAt).as("at"),
      mark: sql<string>`concat_ws('.', ${version}, ${entries.version}, ${contactEndedOn}, ${familyName} is null)`.as(
        "mark",
      ),
    })
    .from(interests)
    .innerJoin(entries, eq(entries.id, interests.projectId))
    .innerJoin(members, isOtherSide(reader))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(isEither, isOwn(reader), isOutsideItsRoom(reader)));
}

export type InterestRow = Awaited<ReturnType<typeof selectInterests>>[number];

/** So much of what was written is read for its first line. */
const FIRST = 400;

/** What was written last, by whichever of the two: the interest itself, a message, words that go with a move. */
const lastSaid = ({ memberId, accountId }: Reader) => sql`lateral (
  select left(said.words, ${FIRST}) as words, said.is_mine from (
    select "interests"."cooperation" as words, "interests"."member_id" = ${memberId} as is_mine, "interests"."created_at" as at
    union all select message.words, message.author_id = ${accountId}, message.created_at
      from interest_messages message where message.interest_id = "interests"."id"
    union all select move.words, coalesce(move.moved_by = ${accountId}, false), move.moved_at
      from interest_moves move where move.interest_id = "interests"."id"
  ) said where said.words <> '' order by said.at desc limit 1) last`;

/** Of some of a reader's interests what a list says; before acceptance the other side has no name in it. */
export function selectInterests(db: Database, reader: Reader, ids: readonly string[]) {
  return db
    .select({
      id: interests.id,
      state: interests.state,
      stateAt: interests.stateAt,
      contactEndedOn: interests.contactEndedOn,
      isReceived: sql<boolean>`${interests.receivedBy} = ${reader.memberId}`,
      question: openQuestion,
      words: sql<string | null>`last.words`,
      isMine: sql<boolean | null>`last.is_mine`,
      title: toldTitle(reader.memberId),
      originalLocale: entries.originalLocale,
      ...otherColumns(reader),
    })
    .from(interests)
    .innerJoin(entries, eq(entries.id, interests.projectId))
    .innerJoin(members, isOtherSide(reader))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(lastSaid(reader), sql`true`)
    .where(and(inArray(interests.id, [...ids]), isOwn(reader)));
}
