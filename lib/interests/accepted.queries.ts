import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isShown } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { memberContacts, members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { sightOf } from "@/lib/members/policy";
import { seen, seenOrganisation } from "@/lib/members/sight.queries";

/** A member as their accepted contacts see them; what is hidden from those is null. */
export type AcceptedPerson = Awaited<ReturnType<typeof readAcceptedPerson>>;

/** Who a member is, and how they are reached, to somebody whose interest was accepted. Their main organisation alone. */
export async function readAcceptedPerson(tx: Transaction, memberId: string) {
  const eyes = sightOf(null, "contacts");
  const [person] = await tx
    .select({
      memberId: members.id,
      familyName: members.familyName,
      givenName: members.givenName,
      nameOrder: members.nameOrder,
      originalLocale: members.originalLocale,
      nameZh: seen(eyes, "nameZh", members.nameZh),
      jobTitle: seen(eyes, "jobTitle", members.jobTitle),
      organisation: seenOrganisation(eyes, organisations.name),
      email: seen(eyes, "email", memberContacts.email),
      phone: seen(eyes, "phone", memberContacts.phone),
      wechat: seen(eyes, "wechat", memberContacts.wechat),
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(memberContacts, eq(memberContacts.memberId, members.id))
    .leftJoin(
      affiliations,
      and(eq(affiliations.memberId, members.id), eq(affiliations.isMain, true)),
    )
    .leftJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(and(eq(members.id, memberId), isShown(members)));
  return person ?? null;
}
