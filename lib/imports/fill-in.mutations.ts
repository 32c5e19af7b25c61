import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import type { StoredBrought } from "@/db/stored";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { rewriteSearch } from "@/lib/members/main-organisation.mutations";
import type { Bringer } from "./bringer";
import { fillableColumns } from "./fillable.queries";
import { fillingOf } from "./filling";
import { canBringIn } from "./policy";
import type { ImportedPerson } from "./schema";

type Filled = Omit<StoredBrought["joined"][number], "row">;

/**
 * Fills what is empty of somebody the club knows from a row about them: since when they are a member and, where neither a
 * receipt nor a file says it yet, until when they have paid; as long as they have not come in themselves their Chinese name,
 * position, sectors, cities and organisation too. Nothing that is there is changed. Gives what was filled, or null where
 * there was nothing to do. Throws `notFound`.
 */
export async function fillIn(
  tx: Transaction,
  viewer: Bringer,
  about: { accountId: string; person: ImportedPerson; organisation: { id: string } | null },
): Promise<Filled | null> {
  authorize(canBringIn(viewer));
  const { accountId, person } = about;
  const member = await lockMember(tx, accountId);
  if (!member) return null;
  const { filled, said, isJoining } = fillingOf(member, person, about.organisation !== null);
  const joins = isJoining ? about.organisation : null;
  const names = [...Object.keys(filled), ...(said ? ["duesPaidUntil"] : [])];
  if (names.length === 0 && !joins) return null;
  if (said) await tx.update(accounts).set({ paidUntil: said }).where(eq(accounts.id, accountId));
  const { id: memberId, version, updatedAt } = member;
  const [row] = await tx
    .update(members)
    .set({ ...filled, version: version + 1, updatedAt: sql`now()` })
    .where(eq(members.id, memberId))
    .returning({ filledAt: sql<string>`${members.updatedAt}::text` });
  if (joins) await tx.insert(affiliations).values({ memberId, organisationId: joins.id });
  await rewriteSearch(tx, [memberId]);
  const data = { count: names.length + (joins ? 1 : 0) };
  const subject = { subjectType: "member", subjectId: memberId } as const;
  await record(tx, viewer, { name: "member.filled-in", ...subject, data });
  const organisationId = joins?.id ?? null;
  return { memberId, filled: names, organisationId, version: version + 1, updatedAt, ...row };
}

/** Read anew once it is held: who comes in at this moment has come in. */
async function lockMember(tx: Transaction, accountId: string) {
  const isTheirs = eq(members.accountId, accountId);
  await tx.select({ id: members.id }).from(members).where(isTheirs).for("no key update");
  const [member] = await tx
    .select({
      ...fillableColumns,
      id: members.id,
      version: members.version,
      updatedAt: sql<string>`${members.updatedAt}::text`,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(isTheirs);
  return member ?? null;
}
