import "server-only";
import { and, eq, isNull, lte, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { isActing } from "@/db/standing";
import { mayAct } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { addMonths } from "@/lib/core/dates";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { askEach } from "@/lib/core/jobs/ask-each";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { confirmedToday } from "./confirmed";
import { tellOfProfile } from "./notices";
import { canEditMember } from "./policy";

/** Confirms the viewer's own profile as it is. Throws `notFound`. */
export async function confirmProfile(tx: Transaction, viewer: Viewer): Promise<void> {
  const isOwn = eq(members.accountId, viewer.accountId);
  authorize(canEditMember(viewer, viewer));
  const [own] = await tx
    .update(members)
    .set(confirmedToday())
    .where(isOwn)
    .returning({ id: members.id });
  authorize(own !== undefined);
  await record(tx, viewer, { name: "member.confirmed", subjectType: "member", subjectId: own.id });
}

/**
 * Asks each active member, twelve months after they saved or confirmed their profile, whether they are still who it says:
 * one mail with what it says, once until they answer, run twice or by two workers at once. For the worker, on a calendar
 * day `YYYY-MM-DD`.
 */
export const remindOfProfiles = (day: string): Promise<Counts> =>
  askEach("remind-of-profiles", day, {
    waiting: (db) => profiles(db).where(and(isDue(day), isActing())),
    lockDue: (tx, accountId) =>
      profiles(tx)
        .where(and(eq(accounts.id, accountId), isDue(day)))
        .for("no key update", { of: members }),
    async ask(tx, accountId, due) {
      for (const profile of due) {
        authorize(mayAct(profile));
        await tx.update(members).set({ askedAt: sql`now()` }).where(eq(members.id, profile.id));
        const about = { subjectType: "account", subjectId: accountId } as const;
        await record(
          tx,
          null,
          { name: "member.asked", ...about },
          { tell: tellOfProfile(profile) },
        );
      }
    },
  });

const isDue = (day: string) =>
  and(isNull(members.askedAt), lte(members.confirmedOn, addMonths(day, -12)));

const profiles = (db: Database | Transaction) =>
  db
    .select({
      id: members.id,
      accountId: accounts.id,
      status: accounts.status,
      email: accounts.email,
      familyName: members.familyName,
      givenName: members.givenName,
      nameOrder: members.nameOrder,
      nameZh: members.nameZh,
      displayName: accounts.displayName,
      jobTitle: members.jobTitle,
      sectors: members.sectors,
      cities: members.cities,
      originalLocale: members.originalLocale,
      organisation: organisations.name,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(affiliations, and(eq(affiliations.memberId, members.id), affiliations.isMain))
    .leftJoin(organisations, eq(organisations.id, affiliations.organisationId));
