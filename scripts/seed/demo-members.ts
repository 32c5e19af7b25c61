import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { affiliations, memberContacts, members } from "@/db/schema/members";
import { buildMemberSearch } from "@/lib/members/search-text";
import { type DemoKeys, seedDecision } from "./demo-decisions";
import { DEMO, type DemoMember } from "./demo-files";

export async function seedMembers(
  tx: Transaction,
  keys: DemoKeys,
  passwordHash: string,
): Promise<void> {
  for (const member of DEMO.members) {
    const { email, role, status, locale } = member;
    const [account] = await tx
      .insert(accounts)
      .values({ email, role, status, locale, passwordHash, isDemo: true })
      .returning({ id: accounts.id });
    if (!account) throw new Error(`demo account ${member.slug} was not made`);
    keys.accounts.set(member.slug, account.id);
    keys.members.set(member.slug, await seedProfile(tx, keys, account.id, member));
    if (member.decision) {
      await seedDecision(tx, keys, member.decision, { type: "account", id: account.id, locale });
    }
  }
}

async function seedProfile(
  tx: Transaction,
  keys: DemoKeys,
  accountId: string,
  member: DemoMember,
): Promise<string> {
  const organisation = DEMO.organisations.find(({ slug }) => slug === member.organisation);
  const organisationId = keys.organisations.get(member.organisation);
  if (!organisation || !organisationId) throw new Error(`unknown ${member.organisation}`);
  const { email, phone, wechat, role, status, locale, decision, ...profile } = member;
  const [row] = await tx
    .insert(members)
    .values({ ...profile, accountId, ...buildMemberSearch(profile, organisation.name) })
    .returning({ id: members.id });
  if (!row) throw new Error(`demo member ${member.slug} was not made`);
  await tx.insert(memberContacts).values({ memberId: row.id, email, phone, wechat });
  await tx.insert(affiliations).values({ memberId: row.id, organisationId });
  return row.id;
}
