import "server-only";
import { and, eq, sum } from "drizzle-orm";
import { query } from "@/db/client";
import { publicCounts } from "@/db/schema/search";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { organisationsFor } from "@/lib/organisations/listing.queries";
import { countLines } from "@/lib/search/lines.queries";

/** How many members the directory lists: active ones who agreed to stand in it. The same number for everybody. */
export async function countListedMembers(): Promise<number> {
  const { kind, audience, facet, n } = publicCounts;
  const rows = await query((db) =>
    db
      .select({ n: sum(n).mapWith(Number) })
      .from(publicCounts)
      .where(and(eq(kind, "member"), eq(audience, "members"), eq(facet, ""))),
  );
  return rows[0]?.n ?? 0;
}

/** How many organisations the viewer finds in the list. */
export function countOrganisations(viewer: Viewer | null): Promise<number> {
  return query((db) => countLines(db, organisationsFor(viewer)));
}
