import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { EntryLevel } from "@/db/enums";
import { entries } from "@/db/schema/entries";
import { entryFiles } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import file from "@/db/seed/demo/files.json";
import { checkFile } from "@/lib/core/files/check-file";
import { keepFile } from "@/lib/core/files/kept-file";
import type { Locale } from "@/lib/core/i18n/locales";
import { entryEvent } from "@/lib/entries/entry-event";
import { seedEvents } from "./demo-events";
import { pdfOfLines } from "./demo-pdf";
import { readAttachedPicture } from "./demo-pictures";
import { daysAgo } from "./demo-times";

export type DemoAttachment = {
  entry: string;
  level: EntryLevel;
  locale: Locale;
  daysAgo: number;
  name: string;
  /** Of a PDF; without them it is a picture. */
  lines?: string[];
};

export const DEMO_ATTACHMENTS = file.files as DemoAttachment[];

/** What owners attached to their projects and experiences these last days. */
export async function seedAttachments(tx: Transaction): Promise<void> {
  for (const { entry: slug, level, ...attached } of DEMO_ATTACHMENTS) {
    const { ownerAccountId, ...entry } = await findEntry(tx, slug);
    const createdAt = daysAgo(attached.daysAgo);
    const bytes = attached.lines ? pdfOfLines(attached.lines) : readAttachedPicture(slug);
    const checked = await checkFile({ name: attached.name, bytes });
    const fileId = await keepFile(tx, checked);
    const [row] = await tx
      .insert(entryFiles)
      .values({ entryId: entry.id, level, name: checked.name, fileId, createdAt })
      .returning({ id: entryFiles.id });
    if (!row) throw new Error(`${attached.name} was not attached`);
    const event = entryEvent(entry, "file-attached", { file: row.id, kind: checked.kind, level });
    await seedEvents(tx, [{ ...event, actorId: ownerAccountId, createdAt }]);
  }
}

async function findEntry(tx: Transaction, slug: string) {
  const { id, entryKind } = entries;
  const [row] = await tx
    .select({ id, entryKind, ownerAccountId: members.accountId })
    .from(entries)
    .innerJoin(members, eq(members.id, entries.ownerId))
    .where(eq(entries.slug, slug));
  if (!row) throw new Error(`unknown in the demo: ${slug}`);
  return row;
}
