import "server-only";
import { and, eq, isNull, max, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { VersionCause } from "@/db/enums";
import { entryFiles, entryVersions } from "@/db/schema/entry-parts";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { StaleMarks } from "@/lib/core/i18n/staleness";
import { contentOf } from "./content";
import type { ContentOf, Description } from "./description";
import { entryEvent } from "./entry-event";
import { lockEntry } from "./locked.queries";
import type { Noun } from "./noun";
import { canReadHistory } from "./policy";

/**
 * Keeps the text of an entry as it stands in the transaction, with the keys of its files: each one that goes online,
 * and each that was restored (then given as `restored`). `onlyIfFirst` keeps what was online before versions were.
 * Gives the version's number, null when none was needed. Throws `notFound`.
 */
export async function keepVersion(
  tx: Transaction,
  viewer: Viewer,
  noun: Noun,
  input: {
    id: string;
    cause: VersionCause;
    restored?: { content: object; stale: StaleMarks };
    onlyIfFirst?: boolean;
  },
): Promise<number | null> {
  const entry = await lockEntry(tx, noun.kind, input.id);
  authorize(canReadHistory(viewer, entry));
  const isIts = eq(entryVersions.entryId, entry.id);
  const [last] = await tx
    .select({ number: max(entryVersions.number) })
    .from(entryVersions)
    .where(isIts);
  const number = (last?.number ?? 0) + 1;
  const { cause, restored, onlyIfFirst } = input;
  if (onlyIfFirst && number > 1) return null;
  const files = await tx
    .select({ id: entryFiles.id })
    .from(entryFiles)
    .where(and(eq(entryFiles.entryId, entry.id), isNull(entryFiles.removedAt)));
  const content = contentOf(noun.fields, entry as typeof entry & ContentOf<Description>);
  await tx.insert(entryVersions).values({
    entryId: entry.id,
    number,
    cause,
    content: restored?.content ?? content,
    stale: restored?.stale ?? entry.stale,
    files: files.map(({ id }) => id),
    authorId: onlyIfFirst ? null : viewer.accountId,
    // Whoever waited past midnight kept it after.
    createdAt: (onlyIfFirst && entry.publishedAt) || sql`clock_timestamp()`,
  });
  await record(tx, viewer, entryEvent(entry, "version-kept", { number, cause }));
  return number;
}
