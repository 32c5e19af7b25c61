import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { introductionAnswers, introductions } from "@/db/schema/introductions";
import { memberContacts, members } from "@/db/schema/members";
import { isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { rowId } from "@/lib/core/text/fields";
import { partyOf, stateOf } from "./policy";
import {
  isOther,
  isOwn,
  isReadAnswer,
  otherColumns,
  personColumns,
  shownColumns,
} from "./sight.queries";

const PER_PAGE = 24;

export type IntroductionPage = NonNullable<Awaited<ReturnType<typeof getIntroduction>>>;

/**
 * An introduction on a day `YYYY-MM-DD` in Lyon for one of its two; null for anybody else. The asker sees it wait until its last
 * day and ended from then on, unless it was accepted. The other is shown as they show themselves to the reader.
 */
export async function getIntroduction(viewer: Viewer, introductionId: string, day = today()) {
  if (!isReadingMember(viewer) || !rowId.safeParse(introductionId).success) return null;
  const [row] = await query((db) =>
    db
      .select({
        ...shownColumns,
        ...otherColumns(viewer),
        ...personColumns(viewer),
        words: introductions.words,
        locale: introductions.locale,
        otherStatus: accounts.status,
      })
      .from(introductions)
      .innerJoin(members, isOther(viewer))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(memberContacts, eq(memberContacts.memberId, members.id))
      .leftJoin(introductionAnswers, isReadAnswer(viewer))
      .where(and(eq(introductions.id, introductionId), isOwn(viewer))),
  );
  if (!row) return null;
  const { answer, ...shown } = row;
  return { ...shown, state: stateOf(row, day), isMine: partyOf(viewer, row) === "asker" };
}

export type IntroductionList = Awaited<ReturnType<typeof listIntroductions>>;

/** A page of those the viewer has asked or was asked, 24 at most: what waits for them, what waits, then the newest. */
export async function listIntroductions(viewer: Viewer, wanted: number, day = today()) {
  if (!isReadingMember(viewer)) return { rows: [], page: 1, pageCount: 1 };
  const { asked, endsOn, createdAt, id } = introductions;
  const total = await query((db) => db.$count(introductions, isOwn(viewer)));
  const pageCount = Math.max(1, Math.ceil(total / PER_PAGE));
  const page = Math.min(wanted, pageCount);
  const isWaiting = sql`(${introductionAnswers.answer} is null and ${endsOn} > ${day})`;
  const isTurn = sql`(${isWaiting} and ${asked} = ${viewer.memberId})`;
  const rows = await query((db) =>
    db
      .select({ ...shownColumns, ...otherColumns(viewer) })
      .from(introductions)
      .innerJoin(members, isOther(viewer))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(introductionAnswers, isReadAnswer(viewer))
      .where(isOwn(viewer))
      .orderBy(desc(isTurn), desc(isWaiting), desc(createdAt), id)
      .limit(PER_PAGE)
      .offset((page - 1) * PER_PAGE),
  );
  const shown = rows.map(({ answer, ...row }) => ({
    ...row,
    state: stateOf({ answer, endsOn: row.endsOn }, day),
    isMine: partyOf(viewer, row) === "asker",
  }));
  return { rows: shown, page, pageCount };
}
