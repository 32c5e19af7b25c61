import { randomUUID } from "node:crypto";
import type { Transaction } from "./client";
import { type EntryInsert, insertEntry } from "./entry-rows";

const LYON = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" });

/** A complete page of the club that takes effect today, a draft unless told otherwise; no address of the portal leads to it. */
export async function makePage(
  tx: Transaction,
  values: Partial<EntryInsert<"page">> = {},
): Promise<{ id: string; slug: string; version: number }> {
  const page = {
    slug: `page-${randomUUID()}`,
    originalLocale: "fr" as const,
    title: { fr: "Mentions légales" },
    lead: { fr: "Qui publie ce site." },
    body: { fr: "## Éditeur\n\nÉcrivez à {contact}." },
    effectiveOn: LYON.format(),
    submittedAt: (values.moderation ?? "draft") === "draft" ? null : new Date(),
    publishedAt: values.moderation === "published" ? new Date() : null,
    ...values,
  };
  const { id } = await insertEntry(tx, "page", page);
  return { version: 1, ...page, id };
}
