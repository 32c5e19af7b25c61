import "server-only";
import { and, arrayOverlaps, eq, ne, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { affiliations } from "@/db/schema/affiliations";
import { organisations } from "@/db/schema/organisations";
import { holdTurn } from "@/db/turn";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { env } from "@/lib/core/env";
import { AppError, authorize } from "@/lib/core/errors";
import { type ClubEvent, record } from "@/lib/core/events/record";
import { staleAfter } from "@/lib/core/i18n/staleness";
import { freeSlug } from "@/lib/core/text/slug";
import { takenSlugs } from "@/lib/core/text/taken-slugs";
import { rewriteSearch } from "@/lib/members/main-organisation.mutations";
import { hasMainOrganisation, lockMembers } from "@/lib/members/main-organisation.queries";
import { lockOrganisation } from "./locked.queries";
import { buildOrganisationSearch } from "./names";
import {
  ORGANISATION_TEXTS,
  type OrganisationContent,
  withOwnNumbers,
} from "./organisation-content";
import { namesAfter, namesInPlace } from "./organisation-name";
import { slugOfName } from "./organisation-slug";
import {
  canCreateOrganisation,
  canEditOrganisation,
  canRemoveOrganisation,
  defaultVisibility,
} from "./policy";
import { isInSight, readDependents } from "./queries";

type OrganisationVersion = { organisationId: string; version: number };

/** `isAnother`: the person has seen that the club knows the name already, and says that this is another one. */
export type OrganisationInput = Omit<OrganisationContent, "visibility"> & {
  /** Left out: public for institutions, else for members. */
  visibility?: OrganisationContent["visibility"] | null;
  isAnother?: boolean;
};

/**
 * Makes an organisation with its first manager (a member's id), whose main one it becomes when they have no other.
 * An active member makes one for themselves, the club team for anybody. Throws `notFound`, and `organisationExists` on
 * `siren` or `uscc` when the number is taken (`organisationOutOfSight` by one that the viewer does not see), on
 * `isAnother` when the name is (see `nameKeys`).
 */
export async function createOrganisation(
  tx: Transaction,
  viewer: Viewer,
  input: OrganisationInput,
  managerId: string,
): Promise<{ id: string; slug: string }> {
  authorize(canCreateOrganisation(viewer, managerId));
  const { isAnother = false, visibility, ...rest } = input;
  const content = withOwnNumbers({
    ...rest,
    name: namesInPlace(rest.name),
    visibility: visibility ?? defaultVisibility(rest.kind),
  });
  const search = buildOrganisationSearch(content);
  await requireNew(tx, viewer, content, isAnother ? [] : search.nameKeys);
  const base = slugOfName(content.name);
  const slug = freeSlug(base, await takenSlugs(tx, organisations.slug, base), ["new"]);
  const [row] = await tx
    .insert(organisations)
    .values({ ...content, ...search, slug })
    .onConflictDoNothing()
    .returning({ id: organisations.id });
  if (!row) throw new AppError("organisationExists", { field: "isAnother" });
  await lockMembers(tx, [managerId]);
  const isMain = !(await hasMainOrganisation(tx, managerId));
  const manager = { memberId: managerId, organisationId: row.id, role: "manager" as const };
  await tx.insert(affiliations).values({ ...manager, isMain });
  if (isMain) await rewriteSearch(tx, [managerId]);
  await record(tx, viewer, organisationEvent("organisation.created", { id: row.id, slug }));
  return { id: row.id, slug };
}

/**
 * Saves all that the form of an organisation holds, marks the translations that have grown older than their original,
 * and writes anew what it and its people are found by. The address stays. `confirmed` names translations that are
 * still right (`description.en`). Throws `notFound`, `conflict`, and else as `createOrganisation`.
 */
export async function saveOrganisation(
  tx: Transaction,
  viewer: Viewer,
  input: OrganisationVersion & {
    content: OrganisationContent;
    confirmed?: readonly string[];
    isAnother?: boolean;
  },
): Promise<{ slug: string }> {
  const before = await lockToEdit(tx, viewer, input);
  authorize(before.version === input.version, "conflict");
  const name = namesAfter(before.name, input.content.name);
  const content = withOwnNumbers({ ...input.content, name });
  const search = buildOrganisationSearch(content);
  const newKeys = search.nameKeys.filter((key) => !before.nameKeys.includes(key));
  await requireNew(tx, viewer, content, input.isAnother ? [] : newKeys, before.id);
  const stale = staleAfter(ORGANISATION_TEXTS, before, content, before.stale, input.confirmed);
  await tx
    .update(organisations)
    .set({ ...content, ...search, stale, version: before.version + 1, updatedAt: sql`now()` })
    .where(and(eq(organisations.id, before.id), eq(organisations.version, before.version)));
  // All of its people: whose main one it becomes at this moment must not keep its old name.
  await rewriteSearch(
    tx,
    before.people.map(({ memberId }) => memberId),
  );
  await record(tx, viewer, organisationEvent("organisation.saved", before));
  return { slug: before.slug };
}

/**
 * Keeps a Chinese name without a Latin one: none is proposed to its managers any more. Throws `notFound`, `conflict`.
 */
export async function keepOrganisationName(
  tx: Transaction,
  viewer: Viewer,
  input: OrganisationVersion,
): Promise<void> {
  const organisation = await lockToEdit(tx, viewer, input);
  authorize(organisation.version === input.version, "conflict");
  const { id, version } = organisation;
  await tx
    .update(organisations)
    .set({ nameKeptAt: sql`now()`, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(organisations.id, id), eq(organisations.version, version)));
  await record(tx, viewer, organisationEvent("organisation.name-kept", organisation));
}

/**
 * Removes an organisation for good, with its logo, its requests and invitations. Throws `notFound`, `conflict`, and
 * `organisationInUse` while anybody else belongs to it, or an activity that the viewer sees.
 */
export async function removeOrganisation(
  tx: Transaction,
  viewer: Viewer,
  input: OrganisationVersion,
): Promise<void> {
  const organisation = await lockToEdit(tx, viewer, input);
  authorize(organisation.version === input.version, "conflict");
  const { id } = organisation;
  const { people, activities: open, agreements } = await readDependents(tx, viewer, id);
  const isInUse = people + open + agreements > 0;
  authorize(canRemoveOrganisation(viewer, { ...organisation, isInUse }), "organisationInUse");
  // Left behind by people who belong to it no longer, where the viewer can neither open nor remove them.
  await tx
    .update(activities)
    .set({ organisationId: null })
    .where(eq(activities.organisationId, id));
  if (viewer.memberId) await leaveForGood(tx, viewer.memberId, id);
  await tx.delete(organisations).where(eq(organisations.id, id));
  await record(tx, viewer, organisationEvent("organisation.removed", organisation));
}

/** The row of one that the viewer keeps. Throws `notFound`. */
async function lockToEdit(
  tx: Transaction,
  viewer: Viewer,
  { organisationId }: OrganisationVersion,
) {
  const organisation = await lockOrganisation(tx, viewer, eq(organisations.id, organisationId));
  authorize(canEditOrganisation(viewer, organisation));
  return organisation;
}

/** The last person of a removed organisation; their oldest other one becomes their main one. */
async function leaveForGood(tx: Transaction, memberId: string, organisationId: string) {
  await lockMembers(tx, [memberId]);
  const own = eq(affiliations.memberId, memberId);
  await tx.delete(affiliations).where(and(own, eq(affiliations.organisationId, organisationId)));
  const rest = await tx
    .select({ organisationId: affiliations.organisationId, isMain: affiliations.isMain })
    .from(affiliations)
    .where(own)
    .orderBy(affiliations.createdAt, affiliations.organisationId);
  const [next] = rest;
  if (next && !rest.some(({ isMain }) => isMain)) {
    await tx
      .update(affiliations)
      .set({ isMain: true })
      .where(and(own, eq(affiliations.organisationId, next.organisationId)));
  }
  await rewriteSearch(tx, [memberId]);
}

function organisationEvent(
  name: `organisation.${string}`,
  { id, slug }: { id: string; slug: string },
): ClubEvent {
  return { name, subjectType: "organisation", subjectId: id, data: { organisation: slug } };
}

/**
 * Two people with one name or number wait for each other. `keys` are those of the names that nobody in the viewer's
 * sight may have yet; `ownId` is the organisation that is saved.
 */
async function requireNew(
  tx: Transaction,
  viewer: Viewer,
  { siren, uscc }: Pick<OrganisationContent, "siren" | "uscc">,
  keys: readonly string[],
  ownId?: string,
): Promise<void> {
  const waits = [...keys.map((key) => `name:${key}`), siren ?? [], uscc ?? []].flat().sort();
  for (const key of waits) {
    await holdTurn(tx, `organisation:${key}`);
  }
  const same = or(
    siren ? eq(organisations.siren, siren) : undefined,
    uscc ? eq(organisations.uscc, uscc) : undefined,
    keys.length > 0 ? arrayOverlaps(organisations.nameKeys, [...keys]) : undefined,
  );
  if (!same) return;
  const found = await tx
    .select({
      siren: organisations.siren,
      uscc: organisations.uscc,
      isInSight: sql<boolean>`(${isInSight(viewer)})`,
    })
    .from(organisations)
    .where(and(same, ownId ? ne(organisations.id, ownId) : undefined));
  for (const [field, number] of Object.entries({ siren, uscc })) {
    const taken = found.find((one) => number !== null && one[field as "siren" | "uscc"] === number);
    if (taken?.isInSight) throw new AppError("organisationExists", { field });
    if (taken) {
      const values = { contact: env().CLUB_CONTACT };
      throw new AppError("organisationOutOfSight", { field, values });
    }
  }
  if (found.some((one) => one.isInSight)) {
    throw new AppError("organisationExists", { field: "isAnother" });
  }
}
