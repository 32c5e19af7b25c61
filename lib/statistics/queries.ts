import "server-only";
import { count } from "drizzle-orm";
import { query } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isInSight } from "@/lib/organisations/queries";
import { countLines } from "@/lib/search/lines.queries";

/** How many members the directory lists: active ones who agreed to stand in it. The same number for everybody. */
export async function countListedMembers(): Promise<number> {
  return query((db) => countLines(db, { kind: "member", audience: "members" }));
}

/** How many organisations the viewer finds in the list. */
export async function countOrganisations(viewer: Viewer | null): Promise<number> {
  const [row] = await query((db) =>
    db.select({ total: count() }).from(organisations).where(isInSight(viewer)),
  );
  return row?.total ?? 0;
}
