import { randomBytes, randomUUID } from "node:crypto";
import { and, inArray, isNull, like, or, sql } from "drizzle-orm";
import postgres from "postgres";
import { databaseUrl, type Transaction, transaction } from "@/db/client";
import type { PageVisibility, Visibility } from "@/db/enums";
import { makeAccount, makeMember, makeOrganisation } from "@/db/factories";
import { makePortrait } from "@/db/portrait-factory";
import {
  accountLinks,
  accounts,
  idempotencyKeys,
  knownBrowsers,
  sessions,
  signInCodes,
} from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { affiliations } from "@/db/schema/affiliations";
import { auditDetails, auditEvents } from "@/db/schema/audit";
import { cooperationParties } from "@/db/schema/cooperations";
import { entries, entryRevisions } from "@/db/schema/entries";
import { mails } from "@/db/schema/mail";
import { memberContacts, members } from "@/db/schema/members";
import { decisions } from "@/db/schema/moderation";
import { organisations } from "@/db/schema/organisations";
import { rateLimits } from "@/db/schema/rate-limits";
import { FIELDS } from "@/lib/members/policy";
import { buildMemberSearch } from "@/lib/members/search-text";
import { buildOrganisationSearch } from "@/lib/organisations/names";
import { plantApplications } from "./canary-applications";
import { plantCooperations } from "./canary-cooperations";
import { plantDues } from "./canary-dues";
import { plantExchanges } from "./canary-exchanges";
import { plantExperiences } from "./canary-experiences";
import { plantMailings } from "./canary-mailings";
import { PAGE_READERS, plantOrganisations } from "./canary-organisations";
import { plantProjects } from "./canary-projects";
import { plantTakenDown } from "./canary-taken-down";
import {
  ACTIVE,
  type Canary,
  freshWord,
  type Ground,
  NOBODY,
  type Owner,
  type Reader,
  type Sow,
  TEAM,
} from "./canary-words";

type Planting = {
  /** Who sees each of the person's fields, and who sees their main organisation. */
  level: "self" | "contacts" | "team" | "members";
  main: PageVisibility;
  status?: "active" | "suspended";
};

const PLANTINGS = {
  self: { level: "self", main: "self" },
  contacts: { level: "contacts", main: "self" },
  team: { level: "team", main: "team" },
  members: { level: "members", main: "members" },
  // They tell members where they belong, which is not for members.
  ofHidden: { level: "members", main: "self" },
  ofTeams: { level: "members", main: "team" },
  // Their interest in a project of `self` is accepted.
  partner: { level: "self", main: "self" },
  away: { level: "members", main: "team", status: "suspended" },
} as const satisfies Record<string, Planting>;

export type Planted = Omit<Ground, "tx" | "sow"> & {
  canaries: Canary[];
  /** Owners of the planted texts, most by the level of all their fields; `away` is suspended. */
  owners: Record<keyof typeof PLANTINGS, Owner>;
};

const LEVELS: Record<string, Reader[]> = {
  self: NOBODY,
  contacts: NOBODY,
  team: TEAM,
  members: ACTIVE,
};

/** Plants everything, which takes its time beside other journeys; `sow` gives a fresh word and notes who may read it. */
export async function plantCanaries(): Promise<Planted> {
  const noted = { paths: [], marks: [], unlisted: [], applications: [] };
  const planted: Planted = { canaries: [], owners: {} as Planted["owners"], ...noted };
  const sow: Sow = (column, owners, may) => {
    const word = freshWord();
    planted.canaries.push({ word, column, ownerIds: [owners ?? []].flat(), may });
    return word;
  };
  await transaction(async (tx) => {
    for (const [name, planting] of Object.entries(PLANTINGS)) {
      planted.owners[name as keyof typeof PLANTINGS] = await plantMember(tx, sow, planting);
    }
    for (const { memberSlug, accountId, portraitId } of Object.values(planted.owners)) {
      planted.paths.push(`/api/portraits/${portraitId}/240`);
      planted.paths.push(`/members/${memberSlug}`, `/organisations/${memberSlug}`);
      planted.marks.push(memberSlug);
      planted.unlisted.push(memberSlug);
      await plantAccountRows(tx, sow, accountId);
    }
    const ground = { tx, sow, ...planted };
    await plantProjects(ground, planted.owners);
    await plantExperiences(ground, planted.owners);
    await plantCooperations(ground, planted.owners);
    await plantOrganisations(ground, planted.owners);
    const { self: owner, partner } = planted.owners;
    await plantExchanges(ground, { owner, partner });
    await plantTakenDown(ground, { owner, partner });
    await plantApplications(ground, planted.owners.self);
    await plantMailings(ground, owner);
    await plantDues(ground, owner);
    await tx.insert(rateLimits).values({ key: sow("rate_limits.key", null, NOBODY), points: 1 });
  }, 60_000);
  return planted;
}

/** Takes the planted people and texts out of everybody's sight again. */
export async function hideCanaries(planted: Planted, accountIds: string[]): Promise<void> {
  await transaction(async (tx) => {
    const owned = tx
      .select({ id: members.id })
      .from(members)
      .where(inArray(members.accountId, accountIds));
    const isAgreement = and(isNull(entries.ownerId), like(entries.slug, "canary-%"));
    const isOwned = or(inArray(entries.ownerId, owned), isAgreement);
    const theirs = tx.select({ id: entries.id }).from(entries).where(isOwned);
    await tx
      .update(entryRevisions)
      .set({ state: "withdrawn" })
      .where(sql`${inArray(entryRevisions.entryId, theirs)} and state = 'submitted'`);
    await tx
      .update(entries)
      .set({ moderation: "withdrawn" })
      .where(sql`${isOwned} and moderation in ('submitted', 'published')`);
    await tx.delete(activities).where(like(activities.slug, "canary-%"));
    const canary = tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(like(organisations.slug, "canary-%"));
    await tx.delete(affiliations).where(inArray(affiliations.organisationId, canary));
    const { organisationId } = cooperationParties;
    await tx.delete(cooperationParties).where(inArray(organisationId, canary));
    await tx.delete(organisations).where(like(organisations.slug, "canary-%"));
    await tx.update(accounts).set({ status: "left" }).where(inArray(accounts.id, accountIds));
  }, 60_000);
  // Who serves deletes no application.
  const owner = postgres(process.env.DATABASE_OWNER_URL || databaseUrl(), { max: 1 });
  const ids = planted.applications.map(({ id }) => id);
  await owner`delete from applications where id = any(${ids}::uuid[])`;
  await owner.end();
}

async function plantMember(
  tx: Transaction,
  sow: Sow,
  { level, main, status = "active" }: Planting,
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
  const organisation = await plantMain(tx, sow, viewer.accountId, slug, main);
  const isMember = sql`account_id = ${viewer.accountId}`;
  await tx
    .update(members)
    .set({ ...row, slug, ...buildMemberSearch(row, organisation) })
    .where(isMember);
  const memberId = viewer.memberId;
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
  const face = Buffer.from(own("files.content of a portrait", may));
  const portraitId = await makePortrait(tx, memberId, face);
  return { ...viewer, memberSlug: slug, email: address, portraitId };
}

/** The main organisation of a person, at the address of their page. */
async function plantMain(
  tx: Transaction,
  sow: Sow,
  ownerId: string,
  slug: string,
  visibility: PageVisibility,
) {
  const own = (column: string) =>
    sow(`${column} at ${visibility}`, ownerId, PAGE_READERS[visibility]);
  const text = (column: string) => ({ fr: own(column), zh: own(column) });
  const name = text("organisations.name");
  const { id } = await makeOrganisation(tx, {
    slug,
    name,
    place: "lyon",
    description: text("organisations.description"),
    website: `https://${own("organisations.website")}.example.org`,
    siren: own("organisations.siren"),
    vat: own("organisations.vat"),
    siret: own("organisations.siret"),
    uscc: own("organisations.uscc"),
    parentUscc: own("organisations.parent_uscc"),
    visibility,
    ...buildOrganisationSearch({ name, place: "lyon", sectors: [] }),
  });
  return { id, name, visibility };
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
  const tokenHash = secret("known_browsers.token_hash");
  await tx.insert(knownBrowsers).values({ accountId, tokenHash, sessionId: randomUUID() });
  await tx.insert(signInCodes).values({
    accountId,
    expiresAt,
    codeHash: secret("sign_in_codes.code_hash"),
    browserHash: secret("sign_in_codes.browser_hash"),
  });
  await tx.insert(accountLinks).values({
    accountId,
    expiresAt,
    purpose: "undo-address",
    tokenHash: secret("account_links.token_hash"),
    email: `${own("account_links.email")}@example.org`,
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
