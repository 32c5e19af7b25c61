import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { query } from "@/db/client";
import type { MembershipStatus } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { introductionAnswers, introductions } from "@/db/schema/introductions";
import { members } from "@/db/schema/members";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import {
  canAcceptIntroduction,
  canKeepBackIntroduction,
  canPassOnIntroduction,
  canSetAsideIntroduction,
  partyOf,
  stateOf,
} from "./policy";
import { isOther, isOwn, isReadAnswer, shownColumns, throughColumns } from "./sight.queries";

/** An introduction as somebody finds it who holds its letter and is not signed in. */
export type MailedIntroduction = NonNullable<Awaited<ReturnType<typeof getMailedIntroduction>>>;

/**
 * What the link of a letter shows on a day `YYYY-MM-DD` in Lyon of an introduction that its account was asked, and which of the two
 * answers it may still get; null for one that is not there any more. Nothing of who asks or of what they wrote is even read.
 */
export async function getMailedIntroduction(holder: Viewer, introductionId: string, day = today()) {
  if (!isActiveMember(holder)) return null;
  const [row] = await query((db) =>
    db
      .select({ ...shownColumns, ...throughColumns(holder), askerStatus: accounts.status })
      .from(introductions)
      .innerJoin(members, isOther(holder))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(introductionAnswers, isReadAnswer(holder))
      .where(
        and(
          eq(introductions.id, introductionId),
          eq(introductions.asked, holder.memberId),
          isOwn(holder),
        ),
      ),
  );
  if (!row) return null;
  const facts = { ...row, state: stateOf(row, day) };
  return {
    id: row.id,
    createdAt: row.createdAt,
    state: facts.state,
    canAccept: canAcceptIntroduction(holder, facts),
    canSetAside: canSetAsideIntroduction(holder, facts),
  };
}

/** What somebody is asked to pass on, as they find it who hold its letter and are not signed in. */
export type MailedPassing = NonNullable<Awaited<ReturnType<typeof getMailedPassing>>>;

/**
 * The same of an introduction that the account is to pass on, and whether they may still do so or keep it back. Neither who asks,
 * nor whom, nor what was written is even read.
 */
export async function getMailedPassing(holder: Viewer, introductionId: string) {
  if (!isActiveMember(holder)) return null;
  const statusOf = (
    member: PgColumn,
  ) => sql<MembershipStatus>`(select person.status from members side
    join accounts person on person.id = side.account_id where side.id = ${member})`;
  const [row] = await query((db) =>
    db
      .select({
        ...shownColumns,
        ...throughColumns(holder),
        // Of the two the go-between reads no answer.
        answer: sql<null>`null`,
        askerStatus: statusOf(introductions.askedBy),
        askedStatus: statusOf(introductions.asked),
      })
      .from(introductions)
      .where(and(eq(introductions.id, introductionId), isOwn(holder))),
  );
  if (!row || partyOf(holder, row) !== "go-between") return null;
  const facts = { ...row, state: stateOf(row, today()) };
  return {
    id: row.id,
    createdAt: row.createdAt,
    state: facts.state,
    canPassOn: canPassOnIntroduction(holder, facts),
    canKeepBack: canKeepBackIntroduction(holder, facts),
  };
}
