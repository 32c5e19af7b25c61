import "server-only";
import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import type { PageVisibility } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { AppError, authorize } from "@/lib/core/errors";
import { type ClubEvent, record } from "@/lib/core/events/record";
import { staleAfter } from "@/lib/core/i18n/staleness";
import { chooseSlug } from "@/lib/core/text/slug";
import { takenSlugs } from "@/lib/core/text/taken-slugs";
import { slugOfTitle } from "@/lib/search/latin-address";
import { ACTIVITY_TEXTS, type ActivityContent } from "./activity-content";
import { tellOfRemoval } from "./notices";
import {
  canAddActivity,
  canConfirmActivity,
  canEditActivity,
  canPlaceActivity,
  canRemoveActivity,
  canSeeActivity,
  ownsActivity,
} from "./policy";
import { buildActivitySearch } from "./search-text";
import { activitySightOf, belongsHere, isInSight } from "./sight.queries";

type ActivityVersion = { activityId: string; version: number };
type Locked = Awaited<ReturnType<typeof lockActivity>>;

/** What a save sends: who does it for whom, and who sees it, are left out where they are not asked. */
export type ActivityChange = Omit<ActivityContent, "organisationId" | "visibility"> & {
  organisationId?: string | null;
  visibility?: PageVisibility;
};

/**
 * Adds what the viewer does with China, confirmed today. Gives its address.
 * Throws `notFound`, and `notYourOrganisation` on its field.
 */
export async function addActivity(
  tx: Transaction,
  viewer: Viewer,
  content: ActivityChange & { visibility: PageVisibility },
): Promise<{ slug: string }> {
  authorize(canAddActivity(viewer));
  const { memberId } = viewer;
  await requireOwnOrganisation(tx, memberId, content.organisationId);
  const base = slugOfTitle(content.title, content.originalLocale);
  const slug = chooseSlug("activity", base, await takenSlugs(tx, activities.slug, base));
  const [row] = await tx
    .insert(activities)
    .values({
      ...content,
      ...buildActivitySearch(content),
      slug,
      memberId,
      confirmedOn: today(),
    })
    .returning({ id: activities.id });
  if (!row) throw new Error("no activity was made");
  const { kind, visibility } = content;
  await record(
    tx,
    viewer,
    activityEvent("activity.added", row, { activityKind: kind, visibility }),
  );
  return { slug };
}

/**
 * Replaces the content of an activity and confirms it today. `confirmed` names translations that are still right
 * (`summary.en`). Gives its address. Throws `notFound`, `conflict`, and `notYourOrganisation` on its field.
 */
export async function changeActivity(
  tx: Transaction,
  viewer: Viewer,
  input: ActivityVersion & { content: ActivityChange; confirmed?: readonly string[] },
): Promise<{ slug: string }> {
  const activity = await lockActivity(tx, viewer, input);
  authorize(canEditActivity(viewer, activity));
  requireVersion(activity, input);
  const { organisationId = activity.organisationId, visibility = activity.visibility } =
    input.content;
  const isPlaced = organisationId !== activity.organisationId || visibility !== activity.visibility;
  authorize(!isPlaced || canPlaceActivity(viewer, activity));
  if (organisationId !== activity.organisationId) {
    await requireOwnOrganisation(tx, activity.memberId, organisationId);
  }
  const content = { ...input.content, organisationId, visibility };
  const stale = staleAfter(ACTIVITY_TEXTS, activity, content, activity.stale, input.confirmed);
  await setActivity(tx, activity, {
    ...content,
    ...buildActivitySearch(content),
    stale,
    ...confirmedToday(),
    version: activity.version + 1,
    updatedAt: sql`now()`,
  });
  const data = { activityKind: content.kind, visibility };
  await record(tx, viewer, activityEvent("activity.changed", activity, data));
  return { slug: activity.slug };
}

/** Says that an activity is still right, today. Gives its address. Throws `notFound`, `conflict`. */
export async function confirmActivity(
  tx: Transaction,
  viewer: Viewer,
  input: ActivityVersion,
): Promise<{ slug: string }> {
  const activity = await lockActivity(tx, viewer, input);
  authorize(canConfirmActivity(viewer, activity));
  requireVersion(activity, input);
  await setActivity(tx, activity, confirmedToday());
  await record(tx, viewer, activityEvent("activity.confirmed", activity));
  return { slug: activity.slug };
}

/**
 * Removes an activity for good; its member is told when somebody else did. Says whether it was the viewer's own.
 * Throws `notFound`, `conflict`.
 */
export async function removeActivity(
  tx: Transaction,
  viewer: Viewer,
  input: ActivityVersion,
): Promise<{ isOwn: boolean }> {
  const activity = await lockActivity(tx, viewer, input);
  authorize(canRemoveActivity(viewer, activity));
  requireVersion(activity, input);
  await tx.delete(activities).where(eq(activities.id, activity.id));
  const data = { activityKind: activity.kind };
  const isOwn = ownsActivity(viewer, activity);
  await record(tx, viewer, activityEvent("activity.removed", activity, data), {
    tell: isOwn ? undefined : tellOfRemoval(activity.ownerAccountId, activity),
  });
  return { isOwn };
}

/** An activity in the viewer's sight, locked. */
async function lockActivity(tx: Transaction, viewer: Viewer, { activityId }: ActivityVersion) {
  const [row] = await tx
    .select({
      ...getTableColumns(activities),
      ownerAccountId: accounts.id,
      ownerStatus: accounts.status,
      isManager: belongsHere(activitySightOf(viewer), "manager"),
    })
    .from(activities)
    .innerJoin(members, eq(members.id, activities.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(activities.id, activityId), isInSight(activitySightOf(viewer))))
    .for("no key update", { of: activities });
  if (!row || !canSeeActivity(viewer, row)) throw new AppError("notFound");
  return row;
}

function requireVersion(activity: Locked, { version }: ActivityVersion): void {
  authorize(activity.version === version, "conflict");
}

async function setActivity(
  tx: Transaction,
  { id, version }: Locked,
  values: PgUpdateSetSource<typeof activities>,
): Promise<void> {
  const changed = await tx
    .update(activities)
    .set(values)
    .where(and(eq(activities.id, id), eq(activities.version, version)))
    .returning({ id: activities.id });
  authorize(changed.length === 1, "conflict");
}

/** A new date of confirmation may be reminded of anew. */
const confirmedToday = () => ({ confirmedOn: today(), remindedAt: null });

async function requireOwnOrganisation(
  tx: Transaction,
  memberId: string,
  organisationId: string | null = null,
): Promise<void> {
  if (organisationId === null) return;
  const isTheirs = and(
    eq(affiliations.memberId, memberId),
    eq(affiliations.organisationId, organisationId),
  );
  const found = await tx.select({ id: affiliations.memberId }).from(affiliations).where(isTheirs);
  if (found.length === 0) throw new AppError("notYourOrganisation", { field: "organisationId" });
}

function activityEvent(
  name: `activity.${string}`,
  { id }: { id: string },
  data: NonNullable<ClubEvent["data"]> = {},
): ClubEvent {
  return { name, subjectType: "activity", subjectId: id, data };
}
