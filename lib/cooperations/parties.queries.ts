import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type AffiliationRole, PARTY_SIDES, type PartySide } from "@/db/enums";
import { cooperations } from "@/db/schema/cooperations";
import { entries } from "@/db/schema/entries";
import { readRolesIn } from "@/lib/affiliations/roles.queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import { isOwnedBy } from "@/lib/entries/sight.queries";
import { findNamed, standingAs } from "@/lib/organisations/named.queries";
import { partyName } from "./party-name";
import { partiesFor } from "./queries";

/** An organisation on one side of an agreement. */
export type PartyInput = { organisationId: string; side: PartySide };

/** One on each side at least, and nobody twice. Throws on the side `required`, `partyTwice`. */
export function requireParties(parties: readonly PartyInput[]): void {
  for (const side of PARTY_SIDES) {
    if (!parties.some((party) => party.side === side)) {
      throw new AppError("required", { field: side });
    }
  }
  const ids = parties.map(({ organisationId }) => organisationId);
  const twice = parties.find(({ organisationId }, index) => ids.indexOf(organisationId) < index);
  if (twice) throw new AppError("partyTwice", { field: twice.side });
}

/** What the viewer is in these organisations. Throws `noneOfYours` on the first side. */
export const readRoles = (
  tx: Transaction,
  viewer: Viewer,
  parties: readonly PartyInput[],
): Promise<AffiliationRole[]> =>
  readRolesIn(
    tx,
    viewer,
    parties.map((party) => party.organisationId),
    PARTY_SIDES[0],
  );

/** The parties that somebody names, one a line; of an agreement that has some (`id`), as its form named them. Throws on the side as `findNamed`. */
export async function findParties(
  tx: Transaction,
  viewer: Viewer,
  { id, ...named }: Record<PartySide, string> & { id?: string },
): Promise<PartyInput[]> {
  const there = id ? await readParties(tx, viewer, id) : [];
  const parties: PartyInput[] = [];
  for (const side of PARTY_SIDES) {
    const onSide = there.filter((party) => party.side === side);
    const standing = standingAs(onSide, partyName);
    const ids = await findNamed(tx, viewer, { field: side, written: named[side], standing });
    parties.push(...ids.map((organisationId) => ({ organisationId, side })));
  }
  return parties;
}

async function readParties(tx: Transaction, viewer: Viewer, id: string) {
  const [row] = await tx
    .select({ parties: partiesFor(viewer) })
    .from(entries)
    .innerJoin(cooperations, eq(cooperations.id, entries.id))
    .where(and(eq(entries.id, id), isOwnedBy(viewer)));
  return row?.parties ?? [];
}
