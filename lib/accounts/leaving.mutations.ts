import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { canLeave } from "@/lib/affiliations/policy";
import { lockRostersOf } from "@/lib/affiliations/roster.queries";
import { isAdministrator, isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { endSessions } from "@/lib/sessions/mutations";
import { lockForDecision } from "./deciding.queries";
import { keepingAnAdministrator } from "./last-administrator";
import { tellOwner } from "./notices";
import { canEndMembership, canLeaveClub } from "./policy";
import { type Behalf, lockProven } from "./proof.queries";

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
  await keepingAnAdministrator(() =>
    tx.update(accounts).set(LEFT).where(eq(accounts.id, account.id)),
  );
  const tell = tellOwner(account.id, { words: "", to: "/account" });
  await record(tx, viewer, onAccount("account.left", account.id), { tell });
}

/**
 * Notes that a person has left; they are written to, with the words given, and their sessions end.
 * Throws `notFound`, `notOnYourself`, `conflict`, `moveNotAllowed`, `lastAdministrator`.
 */
export async function endMembership(
  tx: Transaction,
  viewer: Viewer,
  input: Behalf & { words: string },
): Promise<void> {
  const { account, actor } = await lockForDecision(tx, viewer, input, { by: isAdministrator });
  authorize(canEndMembership(actor, account), "moveNotAllowed");
  await keepingAnAdministrator(() =>
    tx.update(accounts).set(LEFT).where(eq(accounts.id, account.id)),
  );
  await endSessions(tx, actor, { accountId: account.id });
  const tell = tellOwner(account.id, { words: input.words, to: "/account" });
  await record(tx, actor, onAccount("account.ended", account.id), { tell });
}

const LEFT = {
  ...({ status: "left", role: "member", lapsedOn: null } as const),
  version: sql`${accounts.version} + 1`,
};

const onAccount = (name: string, subjectId: string) =>
  ({ name, subjectType: "account", subjectId }) as const;
