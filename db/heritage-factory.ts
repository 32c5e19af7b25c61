import { randomUUID } from "node:crypto";
import type { Transaction } from "./client";
import { type EntryInsert, insertEntry } from "./entry-rows";

/** A complete date of the club's century, a draft unless told otherwise. */
export async function makeHeritage(
  tx: Transaction,
  values: Partial<EntryInsert<"heritage">> = {},
): Promise<{ id: string; slug: string; version: number }> {
  const item = {
    slug: `heritage-${randomUUID()}`,
    originalLocale: "fr" as const,
    part: "date",
    title: { fr: "Jumelage de Lyon et de Canton" },
    starts: "1988",
    story: { fr: "Les deux villes signent leur accord." },
    status: "verified",
    sources: [{ title: "Aderly, 2018", url: "https://example.org/2018", opened: "" }],
    submittedAt: (values.moderation ?? "draft") === "draft" ? null : new Date(),
    publishedAt: values.moderation === "published" ? new Date() : null,
    ...values,
  };
  const { id } = await insertEntry(tx, "heritage", item);
  return { version: 1, ...item, id };
}
