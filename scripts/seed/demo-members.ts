import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { consents } from "@/db/schema/consents";
import { memberContacts, members } from "@/db/schema/members";
import { addDays, today, ZONE } from "@/lib/core/dates";
import { buildMemberSearch } from "@/lib/members/search-text";
import { versionOf } from "./demo-consents";
import { type DemoKeys, keyOf, seedDecision } from "./demo-decisions";
import { DEMO, type DemoMember } from "./demo-files";
import { portraitOf } from "./demo-pictures";

/** So many days ago the membership of whoever has not renewed ran out: visitors still read what is theirs. */
const LAPSED_DAYS = 30;

/** Accounts, all with one password, and their profiles; enters both in `keys`. Needs the organisations there. */
export async function seedMembers(
  tx: Transaction,
  keys: DemoKeys,
  passwordHash: string,
): Promise<void> {
  for (const member of DEMO.members) {
    const { email, role, status, locale } = member;
    const createdAt = joiningOf(member);
    const [account] = await tx
      .insert(accounts)
      .values({
        ...{ email, role, status, locale, passwordHash, createdAt },
        lapsedOn: status === "lapsed" ? addDays(today(), -LAPSED_DAYS) : null,
        timeZone: locale === "zh" ? ZONE.beijing : ZONE.lyon,
      })
      .returning({ id: accounts.id });
    if (!account) throw new Error(`demo account ${member.slug} was not made`);
    keys.accounts.set(member.slug, account.id);
    keys.members.set(member.slug, await seedProfile(tx, account.id, member));
    await tx.insert(affiliations).values(affiliationsOf(keys, member));
    await tx.insert(consents).values(consentsOf(account.id, member));
    if (member.decision) {
      await seedDecision(tx, keys, member.decision, { type: "account", id: account.id, locale });
    }
  }
}

/** The day of joining; who is not admitted yet came with their organisation. */
function joiningOf({ joinedOn, organisation }: DemoMember): Date {
  return new Date(joinedOn ?? organisationOf(organisation).listedOn);
}

function organisationOf(slug: string) {
  const organisation = DEMO.organisations.find((one) => one.slug === slug);
  if (!organisation) throw new Error(`unknown in the demo: ${slug}`);
  return organisation;
}

async function seedProfile(
  tx: Transaction,
  accountId: string,
  member: DemoMember,
): Promise<string> {
  const { email, phone, wechat, role, status, locale, decision, ...profile } = member;
  const [row] = await tx
    .insert(members)
    .values({
      ...profile,
      ...(await portraitOf(tx, member.slug)),
      accountId,
      createdAt: joiningOf(member),
      ...buildMemberSearch(profile, organisationOf(member.organisation)),
    })
    .returning({ id: members.id });
  if (!row) throw new Error(`demo member ${member.slug} was not made`);
  await tx.insert(memberContacts).values({ memberId: row.id, email, phone, wechat });
  return row.id;
}

function affiliationsOf(keys: DemoKeys, member: DemoMember) {
  const all = [{ slug: member.organisation, position: {} }, ...member.otherOrganisations];
  return all.map(({ slug, position }) => ({
    memberId: keyOf(keys.members, member.slug),
    organisationId: keyOf(keys.organisations, slug),
    isMain: slug === member.organisation,
    role: member.manages.includes(slug) ? ("manager" as const) : ("person" as const),
    position,
    createdAt: joiningOf(member),
  }));
}

function consentsOf(accountId: string, member: DemoMember) {
  const { locale, withdrawnConsents } = member;
  return [...member.consents, ...Object.keys(withdrawnConsents)].map((purpose) => {
    const withdrawnOn = withdrawnConsents[purpose];
    return {
      accountId,
      purpose,
      textVersion: versionOf(purpose),
      locale,
      givenAt: joiningOf(member),
      withdrawnAt: withdrawnOn ? new Date(withdrawnOn) : null,
    };
  });
}
