import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { introductionAnswers, introductions } from "@/db/schema/introductions";
import { members } from "@/db/schema/members";
import { accountStanding } from "@/lib/core/auth/link-holder";
import { isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { stateOf } from "./policy";
import { isHeld, isReadAnswer, type Reader, shownColumns, throughColumns } from "./sight.queries";

export type LockedIntroduction = Awaited<ReturnType<typeof lockIntroduction>>;

/**
 * An introduction on a day `YYYY-MM-DD` in Lyon with the accounts of both. Its row is locked; its state is the one that the
 * viewer sees. Throws `notFound`.
 */
export async function lockIntroduction(
  tx: Transaction,
  viewer: Viewer,
  introductionId: string,
  day: string,
) {
  authorize(isReadingMember(viewer));
  const [held] = await tx
    .select({ id: introductions.id, words: introductions.words })
    .from(introductions)
    .where(eq(introductions.id, introductionId))
    .for("no key update");
  if (!held) throw new AppError("notFound");
  // Read once the row is held: what was answered while it was waited for is seen.
  const reader: Reader = viewer;
  const [row] = await tx
    .select({ ...shownColumns, ...throughColumns(reader), isHeld })
    .from(introductions)
    .leftJoin(introductionAnswers, isReadAnswer(viewer))
    .where(eq(introductions.id, introductionId));
  if (!row || row.answer === "blocked") throw new AppError("notFound");
  const [asker, asked] = await Promise.all(
    [row.askerId, row.askedId].map((memberId) => readSide(tx, memberId)),
  );
  if (!asker || !asked) throw new AppError("notFound");
  const standing = { askerStatus: asker.status, askedStatus: asked.status };
  return { ...held, ...row, state: stateOf(row, day), asker, asked, ...standing };
}

/** The account of a member, and what the links of its letters hang on. */
export async function readSide(tx: Transaction, memberId: string) {
  const [side] = await tx
    .select({ accountId: accounts.id, status: accounts.status, standing: accountStanding })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(members.id, memberId));
  return side;
}
