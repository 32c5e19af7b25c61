import { randomUUID } from "node:crypto";
import type { Transaction } from "./client";
import type { MembershipStatus, Role } from "./enums";
import { accounts } from "./schema/accounts";
import { memberContacts, members } from "./schema/members";
import { projects } from "./schema/projects";

/** Fresh rows for tests: every call makes its own world, nothing is shared between suites. */

type Viewer = {
  accountId: string;
  memberId: string | null;
  memberSlug: string | null;
  role: Role;
  status: MembershipStatus;
  locale: "fr" | "en" | "zh";
  theme: "system";
  sessionId: string;
  name: string;
};

export async function makeAccount(
  tx: Transaction,
  values: Partial<typeof accounts.$inferInsert> = {},
): Promise<Viewer> {
  const [account] = await tx
    .insert(accounts)
    .values({
      email: `${randomUUID()}@example.org`,
      status: "active",
      displayName: { fr: "Compte d’essai", en: "Test account", zh: "测试账户" },
      ...values,
    })
    .returning({
      id: accounts.id,
      role: accounts.role,
      status: accounts.status,
      locale: accounts.locale,
    });
  if (!account) throw new Error("no account was made");
  return {
    accountId: account.id,
    memberId: null,
    memberSlug: null,
    role: account.role,
    status: account.status,
    locale: account.locale,
    theme: "system",
    sessionId: randomUUID(),
    name: "Test account",
  };
}

/** A member with an account; gives the viewer they are when signed in. */
export async function makeMember(
  tx: Transaction,
  values: Partial<typeof members.$inferInsert> = {},
  account: Partial<typeof accounts.$inferInsert> = {},
): Promise<Viewer & { memberId: string; memberSlug: string }> {
  const viewer = await makeAccount(tx, account);
  const [member] = await tx
    .insert(members)
    .values({
      accountId: viewer.accountId,
      slug: `member-${randomUUID()}`,
      familyName: "Montclair",
      givenName: "Camille",
      ...values,
    })
    .returning({ id: members.id, slug: members.slug });
  if (!member) throw new Error("no member was made");
  await tx.insert(memberContacts).values({ memberId: member.id });
  return { ...viewer, memberId: member.id, memberSlug: member.slug };
}

/** A complete project, a draft unless told otherwise. */
export async function makeProject(
  tx: Transaction,
  ownerId: string,
  values: Partial<typeof projects.$inferInsert> = {},
): Promise<{ id: string; slug: string; version: number }> {
  const [project] = await tx
    .insert(projects)
    .values({
      ownerId,
      slug: `project-${randomUUID()}`,
      originalLocale: "fr",
      profileType: "business-request",
      kind: "group-purchasing",
      title: { fr: "Acheter ensemble à Ningbo" },
      teaser: { fr: "Plusieurs ateliers groupent leurs commandes." },
      summary: { fr: "Nous passons commande ensemble deux fois par an." },
      offered: { fr: "Un cahier des charges commun." },
      sought: { fr: "Deux ateliers de plus." },
      sectors: ["machinery-metal"],
      cities: ["ningbo"],
      submittedAt: (values.moderation ?? "draft") === "draft" ? null : new Date(),
      ...values,
    })
    .returning({ id: projects.id, slug: projects.slug, version: projects.version });
  if (!project) throw new Error("no project was made");
  return project;
}
