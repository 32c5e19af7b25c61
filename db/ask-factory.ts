import { randomUUID } from "node:crypto";
import type { Transaction } from "./client";
import { type EntryInsert, insertEntry } from "./entry-rows";

/** A question to the club, a draft unless told otherwise. */
export async function makeAsk(
  tx: Transaction,
  ownerId: string,
  values: Partial<EntryInsert<"ask">> = {},
): Promise<{ id: string; slug: string; version: number }> {
  const ask = {
    ownerId,
    slug: `ask-${randomUUID()}`,
    originalLocale: "fr" as const,
    title: { fr: "Qui connaît à Canton un atelier qui teint la soie en petites séries ?" },
    ownerLevel: "members" as const,
    submittedAt: (values.moderation ?? "draft") === "draft" ? null : new Date(),
    publishedAt: values.moderation === "published" ? new Date() : null,
    ...values,
  };
  const { id } = await insertEntry(tx, "ask", ask);
  return { version: 1, ...ask, id };
}
