import "server-only";
import { and, eq } from "drizzle-orm";
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
  throughColumns,
} from "./sight.queries";

export type IntroductionPage = NonNullable<Awaited<ReturnType<typeof getIntroduction>>>;

/**
 * An introduction on a day `YYYY-MM-DD` in Lyon for one of its two or whoever it goes through; null for anybody else. The asker sees it wait until its last
 * day and ended from then on, unless it was accepted. The other is shown as they show themselves to the reader.
 */
export async function getIntroduction(viewer: Viewer, introductionId: string, day = today()) {
  if (!isReadingMember(viewer) || !rowId.safeParse(introductionId).success) return null;
  const [row] = await query((db) =>
    db
      .select({
        ...shownColumns,
        ...throughColumns(viewer),
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
  const party = partyOf(viewer, row);
  return { ...shown, state: stateOf(row, day), party, isMine: party === "asker" };
}
