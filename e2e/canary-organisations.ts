import { randomUUID } from "node:crypto";
import type { PageVisibility } from "@/db/enums";
import { makeActivity, makeFile, makeOrganisation } from "@/db/factories";
import {
  affiliationRequests,
  affiliations,
  organisationInvitations,
} from "@/db/schema/affiliations";
import { consents } from "@/db/schema/consents";
import { buildActivitySearch } from "@/lib/activities/search-text";
import { buildOrganisationSearch } from "@/lib/organisations/names";
import {
  ACTIVE,
  EVERYBODY,
  type Ground,
  NOBODY,
  type Owner,
  type Reader,
  TEAM,
} from "./canary-words";

const ADMINISTRATORS: Reader[] = ["administrator"];

/** Who reads an organisation's page, by whom it is for. */
export const PAGE_READERS: Record<PageVisibility, Reader[]> = {
  public: EVERYBODY,
  members: ACTIVE,
  team: TEAM,
  self: ADMINISTRATORS,
};

/** And an activity. */
const ACTIVITY_READERS: Record<PageVisibility, Reader[]> = { ...PAGE_READERS, self: NOBODY };

type Owners = Record<"self" | "members" | "team" | "away", Owner>;

/**
 * Organisations and activities at every level, of members who stand in the directory and of one who is away. Each
 * activity belongs to the organisation that only its own people see.
 */
export async function plantOrganisations(ground: Ground, owners: Owners): Promise<void> {
  const { self, members, team, away } = owners;
  await plantOrganisation(ground, self, "public");
  await plantOrganisation(ground, self, "team");
  const listed = await plantOrganisation(ground, self, "members");
  const hidden = await plantOrganisation(ground, self, "self");
  for (const visibility of ["public", "members", "team", "self"] as const) {
    await plantActivity(ground, members, hidden, visibility, ACTIVITY_READERS[visibility]);
  }
  await plantActivity(ground, away, hidden, "public", TEAM);
  await plantActivity(ground, away, hidden, "self", NOBODY);
  await plantRequests(ground, self, team, listed);
}

async function plantOrganisation(
  { tx, sow, ...ground }: Ground,
  manager: Owner,
  visibility: PageVisibility,
): Promise<string> {
  const { memberId } = manager;
  const own = (column: string, may = PAGE_READERS[visibility]) =>
    sow(`${column} of a ${visibility} organisation`, manager.accountId, may);
  const name = { fr: own("organisations.name"), zh: own("organisations.name") };
  const place = "lyon-7";
  const sectors = ["silk-luxury-fashion"];
  const logoId = await makeFile(tx, {
    kind: "image",
    content: Buffer.from(own("files.content of a logo")),
    hash: own("files.hash of a logo"),
  });
  const { id: organisationId, slug } = await makeOrganisation(tx, {
    logoId,
    slug: `canary-${randomUUID()}`,
    name,
    visibility,
    place,
    sectors,
    description: { fr: own("organisations.description"), zh: own("organisations.description") },
    website: `https://${own("organisations.website")}.example.org`,
    siren: own("organisations.siren"),
    siret: own("organisations.siret"),
    vat: own("organisations.vat"),
    uscc: own("organisations.uscc"),
    parentUscc: own("organisations.parent_uscc"),
    ...buildOrganisationSearch({ name, place, sectors }),
  });
  // The person hides from everybody that they belong to it.
  const position = { fr: own("affiliations.position", NOBODY) };
  await tx
    .insert(affiliations)
    .values({ memberId, organisationId, role: "manager", isMain: false, position });
  await tx.insert(organisationInvitations).values({
    organisationId,
    email: `${own("organisation_invitations.email", NOBODY)}@example.org`,
    locale: "fr",
    invitedBy: memberId,
    tokenHash: sow("organisation_invitations.token_hash", null, NOBODY),
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  const page = `/organisations/${slug}`;
  ground.paths.push(page, `${page}/people`, `${page}/edit`, `/api${page}/logo`);
  ground.marks.push(slug);
  if (visibility !== "public") ground.unlisted.push(slug);
  return organisationId;
}

async function plantActivity(
  { tx, sow, paths, marks, unlisted }: Ground,
  owner: Owner,
  organisationId: string,
  visibility: PageVisibility,
  may: Reader[],
): Promise<void> {
  const own = (column: string, readers = may) =>
    sow(`${column} of a ${visibility} activity`, owner.accountId, readers);
  const toMembers = may.filter((reader) => reader !== "visitor");
  const content = {
    title: { fr: own("activities.title"), zh: own("activities.title") },
    summary: { fr: own("activities.summary"), zh: own("activities.summary") },
    partner: own("activities.partner", toMembers),
    kind: "sourcing",
    sectors: ["silk-luxury-fashion"],
    cities: ["ningbo"],
  };
  const { slug } = await makeActivity(tx, owner.memberId, {
    slug: `canary-${randomUUID()}`,
    visibility,
    organisationId,
    ...content,
    ...buildActivitySearch(content),
  });
  paths.push(`/activities/${slug}`, `/activities/${slug}/edit`);
  marks.push(slug);
  if (may !== EVERYBODY) unlisted.push(slug);
}

/**
 * `asker` claims what nobody manages and asks to join a colleague's; somebody else asks to join what `asker` manages.
 * And what `asker` agreed to.
 */
async function plantRequests(
  { tx, sow, paths }: Ground,
  asker: Owner,
  other: Owner,
  managedByAsker: string,
): Promise<void> {
  const unmanaged = await makeOrganisation(tx, { slug: `canary-${randomUUID()}` });
  const managed = await makeOrganisation(tx, { slug: `canary-${randomUUID()}` });
  await tx.insert(affiliations).values({
    memberId: other.memberId,
    organisationId: managed.id,
    role: "manager",
    isMain: false,
  });
  const { memberId } = asker;
  const words = (kind: string, readers: Reader[]) =>
    sow(`affiliation_requests.words of a ${kind}`, asker.accountId, readers);
  const [claim] = await tx
    .insert(affiliationRequests)
    .values([
      { organisationId: unmanaged.id, memberId, kind: "claim", words: words("claim", TEAM) },
      { organisationId: managed.id, memberId, kind: "join", words: words("request", NOBODY) },
      {
        organisationId: managedByAsker,
        memberId: other.memberId,
        kind: "join",
        words: sow("requests to the owner", asker.accountId, NOBODY),
      },
    ])
    .returning({ id: affiliationRequests.id });
  paths.push(`/admin/claims/${claim?.id}`);
  for (const { slug } of [unmanaged, managed]) paths.push(`/organisations/${slug}/people`);
  await tx.insert(consents).values({
    accountId: asker.accountId,
    purpose: sow("consents.purpose", asker.accountId, NOBODY),
    textVersion: 1,
    locale: "fr",
  });
}
