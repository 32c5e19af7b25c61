import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertEntry } from "@/db/entry-rows";
import { entries } from "@/db/schema/entries";
import { heritage } from "@/db/schema/heritage";
import { holdTurn } from "@/db/turn";
import { foundingItems } from "@/lib/heritage/founding-items";
import { searchColumns } from "@/lib/heritage/search-text";

/**
 * Puts the dates, institutions and figures that every club begins with online, but those whose address is taken: what an
 * administrator corrected, took back or put away stays so. Gives how many were new.
 */
export async function seedHeritage(tx: Transaction): Promise<number> {
  await holdTurn(tx, "seed_heritage");
  const items = foundingItems();
  const slugs = items.map(({ slug }) => slug);
  const found = await tx
    .select({ slug: entries.slug })
    .from(entries)
    .where(and(eq(entries.entryKind, "heritage"), inArray(entries.slug, slugs)));
  const known = new Set(found.map(({ slug }) => slug));
  const now = new Date();
  const missing = items
    .map((item, position) => ({ ...item, position }))
    .filter(({ slug }) => !known.has(slug));
  for (const item of missing) {
    await insertEntry(tx, "heritage", {
      ...item,
      ...searchColumns(item),
      ...{ moderation: "published", submittedAt: now, publishedAt: now },
    });
  }
  await fillSearchText(tx);
  return missing.length;
}

/** Of items that were kept before they could be searched (migration 0056), until every club has started since. */
async function fillSearchText(tx: Transaction): Promise<void> {
  const { part, starts, ends, figure, story, differs } = heritage;
  const rows = await tx
    .select({ id: entries.id, title: entries.title, part, starts, ends, figure, story, differs })
    .from(entries)
    .innerJoin(heritage, eq(heritage.id, entries.id))
    .where(eq(entries.searchPublic, ""));
  for (const { id, ...item } of rows) {
    await tx.update(entries).set(searchColumns(item)).where(eq(entries.id, id));
  }
}
