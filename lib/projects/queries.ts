import "server-only";
import { eq } from "drizzle-orm";
import { query } from "@/db/client";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { noteAccess } from "@/lib/entries/accesses.queries";
import { getOwnRow } from "@/lib/entries/own.queries";
import { canSeeOwner, canSeeText, ownsEntry } from "@/lib/entries/policy";
import { getMember } from "@/lib/members/queries";
import { PROJECTS } from "./project";
import { fieldColumns, getProjectInSight, textColumns } from "./sight.queries";

export type ProjectPage = NonNullable<Awaited<ReturnType<typeof getProject>>>;

/**
 * A project at its address, or null when it is out of the viewer's sight: published ones of active members for all,
 * the owner's own in every state. `full` is null for whom the text is not open, `owner` for whom its owner does not
 * show themselves: neither was even read, and sectors, cities and languages are what is shown without a name. What was
 * open by acceptance alone is noted. `owner.member` is null for somebody who left the directory.
 */
export async function getProject(viewer: Viewer | null, slug: string) {
  const row = await getProjectInSight(viewer, slug);
  if (!row) return null;
  const { id, ownerAccountId, ownerStatus, moderation, submittedAt, provenance, ...shown } = row;
  const { textLevel, ownerLevel, isContact, isHidden, ...teaser } = shown;
  const isOwn = ownsEntry(viewer, row);
  const [full, owner] =
    isOwn && viewer
      ? await readOwn(viewer, slug)
      : await readOpen(viewer, id, canSeeText(viewer, row), canSeeOwner(viewer, row));
  if (viewer && isContact && !isOwn) {
    if (full && textLevel === "contacts") await noteAccess(viewer, id, "text");
    if (owner && ownerLevel === "contacts") await noteAccess(viewer, id, "owner");
  }
  return {
    id,
    isHidden,
    teaser: { ...teaser, ...owner?.field },
    isOwn,
    isContact,
    full,
    owner: owner && { member: owner.member },
  };
}

/** The owner's page shows more of the same row. */
async function readOwn(viewer: Viewer, slug: string) {
  const own = await getOwnRow(viewer, PROJECTS, slug);
  if (!own) return [null, null] as const;
  const { sectors, cities, languages } = own.row;
  const member = viewer.memberSlug ? await getMember(viewer, viewer.memberSlug) : null;
  return [own.row, { member, field: { sectors, cities, languages } }] as const;
}

/** The text and the owner, each as far as it is open; what is not is not even selected. */
async function readOpen(
  viewer: Viewer | null,
  id: string,
  isTextOpen: boolean,
  isOwnerOpen: boolean,
) {
  if (!isTextOpen && !isOwnerOpen) return [null, null] as const;
  const onlyIf = <Columns extends object>(isOpen: boolean, columns: Columns) =>
    (isOpen ? columns : {}) as Columns;
  const [row] = await query((db) =>
    db
      .select({
        text: onlyIf(isTextOpen, textColumns),
        owner: onlyIf(isOwnerOpen, { slug: members.slug }),
        field: onlyIf(isOwnerOpen, fieldColumns),
      })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .where(eq(entries.id, id)),
  );
  const full = (isTextOpen && row?.text) || null;
  if (!row || !isOwnerOpen || !viewer) return [full, null] as const;
  const member = await getMember(viewer, row.owner.slug);
  return [full, { member, field: member ? row.field : null }] as const;
}
