import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { entryFiles, entryVersions } from "@/db/schema/entry-parts";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { contentOf, proposedOf } from "./content";
import type { ContentOf, Description } from "./description";
import { entryEvent } from "./entry-event";
import { lockEntry, lockOpenRevision } from "./locked.queries";
import type { NounVerbs } from "./noun-verbs";
import { canRestoreVersion, ownsEntry } from "./policy";
import { proposeRevision } from "./revisions.mutations";
import { readStored } from "./stored-entry";
import { saveEntry } from "./verbs.mutations";
import { keepVersion } from "./versions.mutations";

/**
 * Puts an older text back: into the draft, or into the edit beside the live text, as a new version. `revisionId` and
 * `version` are those of the edit, else of the entry, as the page had them. What was attached then and removed since
 * stays away: `missing` names it. Throws `notFound`, `conflict`, `moveNotAllowed`.
 */
export async function restoreVersion(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  input: { id: string; number: number; revisionId: string | null; version: number },
): Promise<{ slug: string; missing: string[] }> {
  const { id, number, revisionId, version } = input;
  const entry = (await lockEntry(tx, noun.kind, id)) as Awaited<
    ReturnType<typeof lockEntry<typeof noun.kind>>
  > &
    ContentOf<Description>;
  authorize(ownsEntry(viewer, entry));
  const open = await lockOpenRevision(tx, noun.fields, entry);
  const facts = { ...entry, revision: open?.state ?? null };
  authorize(canRestoreVersion(viewer, facts), "moveNotAllowed");
  const old = await readVersion(tx, id, number);
  const then = readStored(noun.fields, old.content, contentOf(noun.fields, entry));
  const save = { id, version, content: proposedOf(noun.fields, then) };
  const isLive = entry.moderation === "published";
  authorize(isLive || revisionId === null, "conflict");
  if (isLive) await proposeRevision(tx, viewer, noun, { ...save, revisionId });
  else await saveEntry(tx, viewer, noun, save);
  const restored = isLive ? await lockOpenRevision(tx, noun.fields, entry) : null;
  const kept = { id, cause: "restored", ...(restored && { restored }) } as const;
  await keepVersion(tx, viewer, noun, kept);
  await record(tx, viewer, entryEvent(entry, "version-restored", { number }));
  return { slug: entry.slug, missing: await readMissing(tx, old.files) };
}

async function readVersion(tx: Transaction, entryId: string, number: number) {
  const { content, files } = entryVersions;
  const [row] = await tx
    .select({ content, files })
    .from(entryVersions)
    .where(and(eq(entryVersions.entryId, entryId), eq(entryVersions.number, number)));
  if (!row) throw new AppError("notFound");
  return row;
}

async function readMissing(tx: Transaction, files: string[]): Promise<string[]> {
  const { id, name, removedAt } = entryFiles;
  const rows = await tx.select({ name, removedAt }).from(entryFiles).where(inArray(id, files));
  return rows.filter((file) => file.removedAt !== null).map((file) => file.name);
}
