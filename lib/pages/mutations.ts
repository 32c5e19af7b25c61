import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertEntry } from "@/db/entry-rows";
import { entries } from "@/db/schema/entries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { takenSlugs } from "@/lib/core/text/taken-slugs";
import { entryEvent } from "@/lib/entries/entry-event";
import type { EntryVersion } from "@/lib/entries/locked.queries";
import { readStored } from "@/lib/entries/stored-entry";
import { submitEntry } from "@/lib/entries/verbs.mutations";
import { PAGE_VERBS } from "./noun.queries";
import { type ClubPage, PAGE } from "./page";
import { canWritePages } from "./policy";
import { portalContent } from "./portal-text";

/**
 * Begins the club's own text of a page as a draft that says what the portal's does; whoever comes second is led to the
 * draft of the first. Throws `notFound` for whoever is no administrator.
 */
export async function startPage(
  tx: Transaction,
  viewer: Viewer,
  { page }: { page: ClubPage },
): Promise<{ id: string; slug: string }> {
  authorize(canWritePages(viewer));
  await takenSlugs(tx, entries.slug, page);
  const [known] = await tx
    .select({ id: entries.id })
    .from(entries)
    .where(and(eq(entries.slug, page), eq(entries.entryKind, "page")));
  if (known) return { ...known, slug: page };
  const content = readStored(PAGE, portalContent(page));
  const { id } = await insertEntry(tx, "page", { ...content, slug: page });
  await record(tx, viewer, entryEvent({ entryKind: "page", id }, "drafted"));
  return { id, slug: page };
}

/** Puts a page online, in force from its day on. Throws `notFound`, `conflict`, `moveNotAllowed`, and on the field `originalNeeded`, `required`, `valueUnknown`, `dayPassed`. */
export const submitPage = (tx: Transaction, viewer: Viewer, input: EntryVersion) =>
  submitEntry(tx, viewer, PAGE_VERBS, input);
