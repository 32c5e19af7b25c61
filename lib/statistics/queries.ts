import "server-only";
import { query } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { organisationsFor } from "@/lib/organisations/listing.queries";
import { countLines } from "@/lib/search/lines.queries";

/** How many members the directory lists: active ones who agreed to stand in it. The same number for everybody. */
export async function countListedMembers(): Promise<number> {
  return query((db) => countLines(db, { kind: "member", audience: "members" }));
}

/** How many organisations the viewer finds in the list. */
export function countOrganisations(viewer: Viewer | null): Promise<number> {
  return query((db) => countLines(db, organisationsFor(viewer)));
}
