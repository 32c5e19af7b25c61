import "server-only";
import { eq, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { affiliations } from "@/db/schema/affiliations";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";

/** The row, whose people change only by whoever holds it, with them and what the viewer is in it. Throws `notFound`. */
export async function lockOrganisation(tx: Transaction, viewer: Viewer, isIt: SQL) {
  const [row] = await tx
    .select({
      id: organisations.id,
      slug: organisations.slug,
      version: organisations.version,
      visibility: organisations.visibility,
      name: organisations.name,
      description: organisations.description,
      stale: organisations.stale,
      nameKeys: organisations.nameKeys,
    })
    .from(organisations)
    .where(isIt)
    .for("no key update");
  if (!row) throw new AppError("notFound");
  const people = await tx
    .select({ memberId: affiliations.memberId, role: affiliations.role })
    .from(affiliations)
    .where(eq(affiliations.organisationId, row.id));
  const role = people.find(({ memberId }) => memberId === viewer.memberId)?.role ?? null;
  return { ...row, people, role };
}
