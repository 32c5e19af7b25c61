import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { canLeave } from "@/lib/affiliations/policy";
import { lockRostersOf } from "@/lib/affiliations/roster.queries";
import { lockProven } from "@/lib/core/auth/proof.queries";
import { isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { freeSeats } from "./free-seats";
import { keepingAnAdministrator } from "./last-administrator";
import { tellOwner } from "./notices";
import { canLeaveClub, LEFT } from "./policy";

/**
 * Leaves the club: what is theirs is seen by nobody any more, their own page and data rights stay. Whoever alone manages an
 * organisation with other people hands it over first.
 * Throws as `lockProven`, `moveNotAllowed`, `lastManager`, `lastAdministrator`.
 */
export async function leaveClub(
  tx: Transaction,
  viewer: Viewer,
  input: { currentPassword: string },
): Promise<void> {
  const account = await lockProven(tx, viewer, input.currentPassword);
  authorize(canLeaveClub(viewer, account), "moveNotAllowed");
  const rosters = isReadingMember(viewer) ? await lockRostersOf(tx, viewer.memberId) : [];
  for (const roster of rosters) authorize(canLeave(viewer, roster), "lastManager");
  const left = { ...LEFT, version: sql`${accounts.version} + 1` };
  await keepingAnAdministrator(() =>
    tx.update(accounts).set(left).where(eq(accounts.id, account.id)),
  );
  await freeSeats(tx, account.id);
  const event = { name: "account.left", subjectType: "account", subjectId: account.id } as const;
  await record(tx, viewer, event, { tell: tellOwner(account.id, { words: "", to: "/account" }) });
}
