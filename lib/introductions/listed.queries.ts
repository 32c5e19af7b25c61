import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { introductionAnswers, introductions } from "@/db/schema/introductions";
import { members } from "@/db/schema/members";
import { isNewOf, waitingIntroductions } from "@/db/waiting";
import { isProfileShown } from "@/lib/members/sight.queries";
import { partyOf, stateOf } from "./policy";
import {
  isOther,
  isOwn,
  isReadAnswer,
  otherColumns,
  type Reader,
  shownColumns,
  throughColumns,
} from "./sight.queries";

/**
 * What a reader has asked and was asked by what a list of exchanges sorts it, on a day `YYYY-MM-DD` in Lyon; `mark` is another
 * one once it would show something else.
 */
export function introductionKeys(db: Database, reader: Reader, day: string) {
  const { id, createdAt, endsOn } = introductions;
  const { answer, answeredAt } = introductionAnswers;
  const { passing, contactEndedOn } = throughColumns(reader);
  const isOpen = sql`(${answer} is null and ${passing} is null and ${endsOn} > ${day}::date)`;
  const { hasPage } = otherColumns(reader);
  // Found by three indexes before anything is asked of them.
  const isNear = sql`${id} in (
    select own.id from introductions own where ${reader.memberId}::uuid in (own.asked_by, own.asked)
    union select through.introduction_id from introduction_passings through where through.go_between = ${reader.memberId})`;
  return db
    .select({
      kind: sql<string>`'introduction'`.as("kind"),
      id: sql<string>`${id}`.as("id"),
      isTurn: sql<boolean>`${id} in (${waitingIntroductions(reader.memberId, day)})`.as("is_turn"),
      isNews: sql<boolean>`${isNewOf(reader.accountId, id)}`.as("is_news"),
      isWaiting: sql<boolean>`${isOpen}`.as("is_waiting"),
      isEnded:
        sql<boolean>`(not ${isOpen} and (${answer} is distinct from 'accepted' or ${contactEndedOn} is not null))`.as(
          "is_ended",
        ),
      at: sql<Date>`coalesce(${answeredAt}, ${createdAt})`.mapWith(createdAt).as("at"),
      mark: sql<string>`concat_ws('.', ${answer}, ${passing}, ${endsOn}, ${contactEndedOn}, ${hasPage}, ${isProfileShown(reader)})`.as(
        "mark",
      ),
    })
    .from(introductions)
    .innerJoin(members, isOther(reader))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(introductionAnswers, isReadAnswer(reader))
    .where(and(isNear, isOwn(reader)));
}

export type IntroductionRow = ReturnType<typeof toRow>;

/** So much of what was written is read for its first line. */
const FIRST = 400;

const select = (db: Database, reader: Reader, ids: readonly string[]) =>
  db
    .select({
      ...shownColumns,
      ...throughColumns(reader),
      ...otherColumns(reader),
      words: sql<string>`left(${introductions.words}, ${FIRST})`,
      locale: introductions.locale,
    })
    .from(introductions)
    .innerJoin(members, isOther(reader))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(introductionAnswers, isReadAnswer(reader))
    .where(and(inArray(introductions.id, [...ids]), isOwn(reader)));

/** Of some of what a reader has asked and was asked what a list says. The asker sees it wait until its last day and ended from then on, unless it was accepted. */
export async function selectIntroductions(
  db: Database,
  reader: Reader,
  ids: readonly string[],
  day: string,
) {
  const rows = await select(db, reader, ids);
  return rows.map((row) => toRow(row, reader, day));
}

function toRow(
  { answer, ...row }: Awaited<ReturnType<typeof select>>[number],
  reader: Reader,
  day: string,
) {
  return {
    ...row,
    state: stateOf({ ...row, answer }, day),
    isMine: partyOf(reader, row) === "asker",
  };
}
