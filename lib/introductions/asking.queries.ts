import "server-only";
import { and, count, desc, eq, inArray, or, sql } from "drizzle-orm";
import { hasBlocked } from "@/db/blocked";
import { type Database, query, type Transaction } from "@/db/client";
import { isWithinADay } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { introductionAnswers, introductions } from "@/db/schema/introductions";
import { members } from "@/db/schema/members";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { isInDirectory, isListedMember } from "@/lib/members/listed.queries";
import { isReachable, nameColumns } from "@/lib/members/sight.queries";
import { type Acquaintance, stateOf } from "./policy";
import { isHeld, isReadAnswer, type Reader } from "./sight.queries";

type By = { slug: string } | { memberId: string };

/** Whom the viewer may wish to ask, as their page shows them, with what stands between the two; null out of their sight. */
export async function getAskedPerson(viewer: Viewer, by: By) {
  return query((db) => readAskedPerson(db, viewer, by));
}

/** The same inside a transaction, nothing of which changes before it ends: both are held, in the order of their keys. */
export async function lockAskedPerson(tx: Transaction, viewer: Reader, memberId: string) {
  await tx
    .select({ id: members.id })
    .from(members)
    .where(inArray(members.id, [viewer.memberId, memberId]))
    .orderBy(members.id)
    .for("no key update");
  return readAskedPerson(tx, viewer, { memberId });
}

async function readAskedPerson(db: Database | Transaction, viewer: Viewer, by: By) {
  const isIt = "slug" in by ? eq(members.slug, by.slug) : eq(members.id, by.memberId);
  const [person] = await db
    .select({
      memberId: members.id,
      slug: members.slug,
      accountId: accounts.id,
      status: accounts.status,
      isListed: isInDirectory,
      isBlocked: hasBlocked(sql`${viewer.memberId}::uuid`, members.id),
      ...nameColumns(viewer),
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(isIt, isReachable(viewer)));
  if (!person) return null;
  return { ...person, ...(await readBetween(db, viewer, person.memberId)) };
}

async function readBetween(
  db: Database | Transaction,
  viewer: Viewer,
  memberId: string,
): Promise<Pick<Acquaintance, "between" | "askedToday" | "isAskerListed">> {
  if (!isActiveMember(viewer)) return { between: [], askedToday: 0, isAskerListed: false };
  const { askedBy, asked, createdAt } = introductions;
  const rows = await db
    .select({
      id: introductions.id,
      askedBy,
      endsOn: introductions.endsOn,
      answer: introductionAnswers.answer,
      contactEndedOn: introductions.contactEndedOn,
    })
    .from(introductions)
    .leftJoin(introductionAnswers, isReadAnswer(viewer))
    .where(
      or(
        and(eq(askedBy, viewer.memberId), eq(asked, memberId)),
        and(eq(askedBy, memberId), eq(asked, viewer.memberId), sql`not ${isHeld}`),
      ),
    )
    .orderBy(desc(createdAt));
  const [today24] = await db
    .select({ total: count() })
    .from(introductions)
    .where(and(eq(askedBy, viewer.memberId), isWithinADay(createdAt)));
  const isAskerListed = await isListedMember(db, viewer.memberId);
  const day = today();
  const between = rows.map((row) => ({
    id: row.id,
    isMine: row.askedBy === viewer.memberId,
    state: stateOf(row, day),
    endsOn: row.endsOn,
    contactEndedOn: row.contactEndedOn,
  }));
  return { between, askedToday: today24?.total ?? 0, isAskerListed };
}
