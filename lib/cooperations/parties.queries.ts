import "server-only";
import { and, arrayOverlaps, eq, inArray, or, sql } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import { PARTY_SIDES, type PartySide } from "@/db/enums";
import { affiliations } from "@/db/schema/affiliations";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import { isSlug } from "@/lib/core/text/slug";
import { nameKeys } from "@/lib/organisations/names";
import { isInSight } from "@/lib/organisations/queries";
import { canDraftCooperation, type PartyRoles } from "./policy";

type Party = { organisationId: string; side: PartySide };

/** One on each side at least, and nobody twice. Throws on the side `required`, `partyTwice`. */
export function requireParties(parties: readonly Party[]): void {
  for (const side of PARTY_SIDES) {
    if (!parties.some((party) => party.side === side)) {
      throw new AppError("required", { field: side });
    }
  }
  const ids = parties.map(({ organisationId }) => organisationId);
  const twice = parties.find(({ organisationId }, index) => ids.indexOf(organisationId) < index);
  if (twice) throw new AppError("partyTwice", { field: twice.side });
}

/** What the viewer is in these organisations. */
export async function readRoles(
  tx: Transaction,
  viewer: Viewer,
  parties: readonly Party[],
): Promise<PartyRoles> {
  const { organisationId, memberId, role } = affiliations;
  const ids = parties.map((party) => party.organisationId);
  const rows = await tx
    .select({ role })
    .from(affiliations)
    .where(and(inArray(organisationId, ids), sql`${memberId} = ${viewer.memberId}::uuid`))
    .for("share");
  return rows.map((row) => row.role);
}

/** The most parties that are named on one side. */
const MOST = 12;

/**
 * The organisations that somebody names, one a line: by name, in whatever script, or by the address of a page that they may
 * read. Throws on the side `partyUnknown`, `partySeveral`, `tooMany`.
 */
export async function findParties(
  tx: Transaction,
  viewer: Viewer,
  named: Record<PartySide, string>,
): Promise<Party[]> {
  const parties: Party[] = [];
  for (const side of PARTY_SIDES) {
    const lines = named[side].split("\n").map((line) => line.trim());
    const written = lines.filter((line) => line !== "");
    if (written.length > MOST)
      throw new AppError("tooMany", { field: side, values: { most: MOST } });
    for (const line of written) {
      parties.push({ organisationId: await findParty(tx, viewer, side, line), side });
    }
  }
  return parties;
}

async function findParty(tx: Transaction, viewer: Viewer, side: PartySide, line: string) {
  const [, after = line] = line.split("/organisations/");
  const [slug = ""] = after.split(/[/?#]/);
  const keys = nameKeys([line]);
  const isNamed = or(
    isSlug(slug) ? eq(organisations.slug, slug) : sql`false`,
    keys.length > 0 ? arrayOverlaps(organisations.nameKeys, keys) : undefined,
  );
  const [one, another] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(isNamed, isInSight(viewer)))
    .limit(2);
  const about = { field: side, values: { found: line } };
  if (!one) throw new AppError("partyUnknown", about);
  if (another) throw new AppError("partySeveral", about);
  return one.id;
}

/** Whether the viewer may begin an agreement: as an administrator, or because they manage an organisation. */
export async function mayBegin(viewer: Viewer | null): Promise<boolean> {
  if (!viewer || canDraftCooperation(viewer, [])) return viewer !== null;
  const { memberId, role } = affiliations;
  const isManaged = and(sql`${memberId} = ${viewer.memberId}::uuid`, eq(role, "manager"));
  const managed = await query((db) => db.$count(affiliations, isManaged));
  return canDraftCooperation(viewer, managed > 0 ? ["manager"] : []);
}
