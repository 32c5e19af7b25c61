import { createHash, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Transaction } from "./client";
import { type EntryInsert, insertEntry } from "./entry-rows";
import { accounts } from "./schema/accounts";
import { activities } from "./schema/activities";
import { affiliations } from "./schema/affiliations";
import { applications } from "./schema/applications";
import { consents } from "./schema/consents";
import { files } from "./schema/files";
import { interests } from "./schema/interests";
import { memberContacts, members } from "./schema/members";
import { organisations } from "./schema/organisations";
import { roomPeople, rooms } from "./schema/rooms";
import type { MadeViewer } from "./viewer-factory";

/** Fresh rows for tests: every call makes its own world, nothing is shared between suites. */

/** An active account without a profile, as the viewer it signs in as; `values` set other columns. */
export async function makeAccount(
  tx: Transaction,
  values: Partial<typeof accounts.$inferInsert> = {},
): Promise<MadeViewer> {
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
): Promise<MadeViewer & { memberId: string; memberSlug: string }> {
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
  await tx.insert(consents).values({
    accountId: viewer.accountId,
    purpose: "members-directory",
    textVersion: 1,
    locale: "fr",
  });
  return { ...viewer, memberId: member.id, memberSlug: member.slug };
}

/** A complete project, a draft unless told otherwise, whose sectors and cities are common enough to be shown. */
export async function makeProject(
  tx: Transaction,
  ownerId: string,
  values: Partial<EntryInsert<"project">> = {},
): Promise<{ id: string; slug: string; version: number }> {
  const { sectors = ["machinery-metal"], cities = ["ningbo"] } = values;
  const project = {
    ownerId,
    slug: `project-${randomUUID()}`,
    originalLocale: "fr" as const,
    profileType: "business-request" as const,
    kind: "group-purchasing",
    title: { fr: "Acheter ensemble à Ningbo" },
    teaser: { fr: "Plusieurs ateliers groupent leurs commandes." },
    summary: { fr: "Nous passons commande ensemble deux fois par an." },
    offered: { fr: "Un cahier des charges commun." },
    sought: { fr: "Deux ateliers de plus." },
    ...{ sectors, cities, shownSectors: sectors, shownPlaces: cities },
    ownerLevel: "members" as const,
    submittedAt: (values.moderation ?? "draft") === "draft" ? null : new Date(),
    publishedAt: values.moderation === "published" ? new Date() : null,
    ...values,
  };
  const { id } = await insertEntry(tx, "project", project);
  return { version: 1, ...project, id };
}

/** An organisation that only members see, unless told otherwise; `people` become persons of it, the first its manager. */
export async function makeOrganisation(
  tx: Transaction,
  values: Partial<typeof organisations.$inferInsert> = {},
  people: { memberId: string }[] = [],
): Promise<{ id: string; slug: string; version: number }> {
  const [organisation] = await tx
    .insert(organisations)
    .values({
      slug: `organisation-${randomUUID()}`,
      name: { fr: "Atelier Montclair" },
      kind: "sme",
      place: "lyon-7",
      ...values,
    })
    .returning({
      id: organisations.id,
      slug: organisations.slug,
      version: organisations.version,
    });
  if (!organisation) throw new Error("no organisation was made");
  for (const [index, { memberId }] of people.entries()) {
    const role = index === 0 ? "manager" : "person";
    await tx.insert(affiliations).values({ memberId, organisationId: organisation.id, role });
  }
  return organisation;
}

/** An activity that members see, confirmed today, unless told otherwise. */
export async function makeActivity(
  tx: Transaction,
  memberId: string,
  values: Partial<typeof activities.$inferInsert> = {},
): Promise<{ id: string; slug: string; version: number }> {
  const [activity] = await tx
    .insert(activities)
    .values({
      memberId,
      slug: `activity-${randomUUID()}`,
      kind: "sourcing",
      direction: "lyon-to-china",
      stage: "operating",
      since: 2019,
      title: { fr: "Achats à Ningbo" },
      originalLocale: "fr",
      sectors: ["machinery-metal"],
      cities: ["ningbo"],
      ...values,
    })
    .returning({ id: activities.id, slug: activities.slug, version: activities.version });
  if (!activity) throw new Error("no activity was made");
  return activity;
}

const tick = (purpose: string) => ({ purpose, version: 1, locale: "fr" }) as const;

/** What a founder says whose company has no number yet: every answer that is required. */
export function completeAnswers() {
  return {
    familyName: "Montclair",
    givenName: "Camille",
    nameOrder: "given-first",
    jobTitle: { fr: "Fondatrice" },
    languages: ["fr"],
    legalName: `Atelier ${randomUUID()}`,
    organisationKind: "start-up",
    country: "fr",
    headOffice: "lyon-7",
    headcount: "1-9",
    sectors: ["machinery-metal"],
    pitch: { fr: "Un atelier qui achète à Ningbo." },
    activityKinds: ["sourcing"],
    activityStage: "exploring",
    expectations: "Rencontrer des ateliers qui achètent à Ningbo.",
    contribution: "Montrer l’atelier.",
    category: "active",
    consents: ["charter", "privacy-notice", "members-directory"].map(tick),
  };
}

const TAKEN = ["under-review", "info-requested", "approved", "refused"];

/** Who has it and the account it opened, where the state needs one and none is given. */
async function peopleOf(tx: Transaction, values: Partial<typeof applications.$inferInsert>) {
  const { state = "submitted", takenBy, accountId } = values;
  const make = async () => (await makeAccount(tx, { status: "left" })).accountId;
  return {
    takenBy: takenBy ?? (TAKEN.includes(state) ? await make() : null),
    accountId: accountId ?? (state === "approved" ? await make() : null),
  };
}

/** A complete application, handed in unless told otherwise, with its consents in the ledger. */
export async function makeApplication(
  tx: Transaction,
  values: Partial<typeof applications.$inferInsert> = {},
): Promise<{ id: string; email: string; version: number }> {
  const answers = completeAnswers();
  const state = values.state ?? "submitted";
  const [application] = await tx
    .insert(applications)
    .values({
      email: `${randomUUID()}@example.org`,
      locale: "fr",
      state,
      answers,
      submittedAt: state === "draft" ? null : new Date(),
      decidedAt: ["approved", "refused", "withdrawn"].includes(state) ? new Date() : null,
      ...values,
      ...(await peopleOf(tx, values)),
    })
    .returning({ id: applications.id, email: applications.email, version: applications.version });
  if (!application) throw new Error("no application was made");
  if (state === "draft") return application;
  const given = answers.consents.map(({ version: textVersion, ...ticked }) => ({
    ...ticked,
    textVersion,
    applicationId: application.id,
  }));
  await tx.insert(consents).values(given);
  return application;
}

/** An interest that was just sent, unless told otherwise. */
export async function makeInterest(
  tx: Transaction,
  projectId: string,
  memberId: string,
  values: Partial<typeof interests.$inferInsert> = {},
): Promise<{ id: string; version: number }> {
  const words = "Nous achetons depuis dix ans et partagerions nos commandes. ".repeat(3);
  const [interest] = await tx
    .insert(interests)
    .values({
      projectId,
      memberId,
      receivedBy: sql`(select owner_id from entries where id = ${projectId})`,
      locale: "fr",
      cooperation: words,
      unclear: words,
      about: words,
      ...values,
    })
    .returning({ id: interests.id, version: interests.version });
  if (!interest) throw new Error("no interest was made");
  return interest;
}

/** A room of these members; the first leads, the others are partners. */
export async function makeRoom(
  tx: Transaction,
  projectId: string,
  memberIds: string[],
): Promise<{ id: string }> {
  const [room] = await tx.insert(rooms).values({ projectId }).returning({ id: rooms.id });
  if (!room) throw new Error("no room was made");
  for (const [index, memberId] of memberIds.entries()) {
    const role = index === 0 ? "lead" : "partner";
    await tx.insert(roomPeople).values({ roomId: room.id, memberId, role });
  }
  return room;
}

/** Bytes, a PDF of three unless told otherwise, for the row that the test makes of them. */
export async function makeFile(
  tx: Transaction,
  values: Partial<typeof files.$inferInsert> = {},
): Promise<string> {
  const { content = Buffer.from("pdf") } = values;
  const hash = createHash("sha256").update(content).digest("hex");
  const [file] = await tx
    .insert(files)
    .values({ kind: "pdf", content, size: content.length, hash, ...values })
    .returning({ id: files.id });
  if (!file) throw new Error("no file was made");
  return file.id;
}
