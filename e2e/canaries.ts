import { randomBytes, randomUUID } from "node:crypto";
import { inArray, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import type { Visibility } from "@/db/enums";
import { makeAccount, makeMember } from "@/db/factories";
import {
  accountLinks,
  accounts,
  idempotencyKeys,
  sessions,
  signInCodes,
} from "@/db/schema/accounts";
import { auditDetails, auditEvents } from "@/db/schema/audit";
import { mails } from "@/db/schema/mail";
import { affiliations, memberContacts, members } from "@/db/schema/members";
import { decisions } from "@/db/schema/moderation";
import { organisations } from "@/db/schema/organisations";
import { projectRevisions, projects } from "@/db/schema/projects";
import { rateLimits } from "@/db/schema/rate-limits";
import { FIELDS } from "@/lib/members/policy";
import { buildMemberSearch } from "@/lib/members/search-text";
import { plantProjects } from "./canary-projects";
import {
  ACTIVE,
  type Canary,
  freshWord,
  NOBODY,
  type Owner,
  type Reader,
  type Sow,
  TEAM,
} from "./canary-words";

export type Planted = {
  canaries: Canary[];
  /** Owners of the planted texts, by the level of all their fields; `away` is suspended. */
  owners: Record<"self" | "contacts" | "team" | "members" | "away", Owner>;
  /** Addresses of what was planted, without the language. */
  paths: string[];
  slugs: string[];
};

const LEVELS: Record<string, Reader[]> = {
  self: NOBODY,
  contacts: NOBODY,
  team: TEAM,
  members: ACTIVE,
};

/** Plants everything; `sow` gives a fresh word and notes who may read it. */
export async function plantCanaries(): Promise<Planted> {
  const planted: Planted = { canaries: [], owners: {} as Planted["owners"], paths: [], slugs: [] };
  const sow = (column: string, ownerId: string | null, may: Reader[]) => {
    const word = freshWord();
    planted.canaries.push({ word, column, ownerId, may });
    return word;
  };
  await transaction(async (tx) => {
    for (const level of ["self", "contacts", "team", "members"] as const) {
      planted.owners[level] = await plantMember(tx, sow, level);
    }
    planted.owners.away = await plantMember(tx, sow, "members", "suspended");
    for (const owner of Object.values(planted.owners))
      planted.paths.push(`/members/${owner.memberSlug}`);
    for (const owner of Object.values(planted.owners))
      await plantAccountRows(tx, sow, owner.accountId);
    await plantProjects({ tx, sow, ...planted }, planted.owners);
    await tx.insert(rateLimits).values({ key: sow("rate_limits.key", null, NOBODY), points: 1 });
  });
  return planted;
}

/** Takes the planted people and texts out of everybody's sight again. */
export async function hideCanaries(accountIds: string[]): Promise<void> {
  await transaction(async (tx) => {
    const owned = tx
      .select({ id: members.id })
      .from(members)
      .where(inArray(members.accountId, accountIds));
    const isOwned = inArray(projects.ownerId, owned);
    const theirs = tx.select({ id: projects.id }).from(projects).where(isOwned);
    await tx
      .update(projectRevisions)
      .set({ state: "withdrawn" })
      .where(sql`${inArray(projectRevisions.projectId, theirs)} and state = 'submitted'`);
    await tx
      .update(projects)
      .set({ moderation: "withdrawn" })
      .where(sql`${isOwned} and moderation in ('submitted', 'published')`);
    await tx.update(accounts).set({ status: "left" }).where(inArray(accounts.id, accountIds));
  });
}

async function plantMember(
  tx: Transaction,
  sow: Sow,
  level: "self" | "contacts" | "team" | "members",
  status: "active" | "suspended" = "active",
): Promise<Owner> {
  const email = `${randomUUID()}@example.org`;
  const viewer = await makeMember(tx, {}, { status, email });
  const isAway = status === "suspended";
  const own = (column: string, may: Reader[]) =>
    sow(`${column} at ${level}${isAway ? ", away" : ""}`, viewer.accountId, isAway ? TEAM : may);
  const may = LEVELS[level] ?? NOBODY;
  const text = (column: string) => ({ fr: own(column, may), zh: own(column, may) });
  const slug = `canary-${randomUUID()}`;
  const row = {
    familyName: own("members.family_name", ACTIVE),
    givenName: own("members.given_name", ACTIVE),
    nameZh: own("members.name_zh", may),
    jobTitle: text("members.job_title"),
    bio: text("members.bio"),
    offers: text("members.offers"),
    needs: text("members.needs"),
    languages: ["fr"],
    sectors: ["silk-luxury-fashion"],
    cities: ["ningbo"],
    visibility: Object.fromEntries(FIELDS.map((field): [string, Visibility] => [field, level])),
  };
  const name = text("organisations.name");
  const [organisation] = await tx
    .insert(organisations)
    .values({
      slug,
      name,
      kind: "sme",
      place: "lyon",
      description: text("organisations.description"),
      website: `https://${own("organisations.website", may)}.example.org`,
      siren: own("organisations.siren", may),
      vat: own("organisations.vat", may),
      parentUscc: own("organisations.parent_uscc", may),
    })
    .returning({ id: organisations.id });
  const isMember = sql`account_id = ${viewer.accountId}`;
  await tx
    .update(members)
    .set({ ...row, slug, ...buildMemberSearch(row, name) })
    .where(isMember);
  const memberId = viewer.memberId;
  if (organisation)
    await tx.insert(affiliations).values({ memberId, organisationId: organisation.id });
  const contacts = {
    email: `${own("member_contacts.email", may)}@example.org`,
    phone: own("member_contacts.phone", may),
    wechat: own("member_contacts.wechat", may),
  };
  await tx.update(memberContacts).set(contacts).where(sql`member_id = ${memberId}`);
  const address = `${own("accounts.email", ["administrator"])}@example.org`;
  const displayName = { fr: own("accounts.display_name", ["administrator"]) };
  const passwordHash = sow("accounts.password_hash", null, NOBODY);
  await tx
    .update(accounts)
    .set({ email: address, displayName, passwordHash })
    .where(sql`id = ${viewer.accountId}`);
  return { ...viewer, memberSlug: slug, email: address };
}

/** Rows that hang on an account and that no page of anybody else shows. */
async function plantAccountRows(tx: Transaction, sow: Sow, accountId: string): Promise<void> {
  const secret = (column: string) => sow(column, null, NOBODY);
  const own = (column: string, may = NOBODY) => sow(column, accountId, may);
  const expiresAt = new Date(Date.now() + 3_600_000);
  await tx.insert(sessions).values({
    accountId,
    expiresAt,
    tokenHash: secret("sessions.token_hash"),
    userAgent: own("sessions.user_agent"),
    address: own("sessions.address"),
  });
  await tx.insert(signInCodes).values({
    accountId,
    expiresAt,
    codeHash: secret("sign_in_codes.code_hash"),
    browserHash: secret("sign_in_codes.browser_hash"),
  });
  await tx.insert(accountLinks).values({
    accountId,
    expiresAt,
    purpose: "reset-password",
    tokenHash: secret("account_links.token_hash"),
  });
  await tx.insert(idempotencyKeys).values({
    accountId,
    key: own("idempotency_keys.key"),
    outcome: { redirectTo: own("idempotency_keys.outcome") },
  });
  await tx.insert(mails).values({
    accountId,
    address: `${own("mails.address")}@example.org`,
    kind: "accountSuspended",
    locale: "fr",
    data: { words: own("mails.data") },
    sentAt: new Date(),
  });
  const decider = await makeAccount(tx, { role: "moderator", status: "left" });
  await tx.insert(decisions).values({
    subjectType: "account",
    subjectId: accountId,
    verdict: "suspended",
    reasonCode: "other",
    words: own("decisions.words", TEAM),
    decidedBy: decider.accountId,
  });
  const [event] = await tx
    .insert(auditEvents)
    .values({ name: "account.suspended", subjectType: "account", subjectId: accountId })
    .returning({ id: auditEvents.id });
  const personal = { address: own("audit_details.personal") };
  if (event) await tx.insert(auditDetails).values({ eventId: event.id, accountId, personal });
}

/** The address of an account of a role, made for one crawl. */
export async function makeReader(
  values: Parameters<typeof makeMember>[2],
): Promise<{ accountId: string; email: string }> {
  const email = `reader-${randomBytes(6).toString("hex")}@example.org`;
  const viewer = await transaction((tx) => makeMember(tx, {}, { ...values, email }));
  return { accountId: viewer.accountId, email };
}

/** Every slug and name by which an answer would betray that a search matched. */
export const memberSlugs = ({ owners }: Planted) =>
  Object.values(owners).map(({ memberSlug }) => memberSlug);
