import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { entries } from "@/db/schema/entries";
import { events } from "@/db/schema/events";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isOwnedBy } from "@/lib/entries/sight.queries";
import { findNamed, standingAs } from "@/lib/organisations/named.queries";
import { hostName } from "./host-name";
import { hostsFor } from "./hosts.queries";

/** The organisations that somebody names to hold an event, one a line; of one that has hosts (`id`), as its form named them. Throws as `findNamed`. */
export async function findHosts(
  tx: Transaction,
  viewer: Viewer,
  { id, hosts: written }: { id?: string; hosts: string },
): Promise<string[]> {
  const standing = standingAs(id ? await readHosts(tx, viewer, id) : [], hostName);
  return findNamed(tx, viewer, { field: "hosts", written, standing });
}

async function readHosts(tx: Transaction, viewer: Viewer, id: string) {
  const [row] = await tx
    .select({ hosts: hostsFor(viewer) })
    .from(entries)
    .innerJoin(events, eq(events.id, entries.id))
    .where(and(eq(entries.id, id), isOwnedBy(viewer)));
  return row?.hosts ?? [];
}
