import { randomUUID } from "node:crypto";
import type { Transaction } from "./client";
import { type EntryInsert, insertEntry } from "./entry-rows";

/** A complete experience, a draft unless told otherwise. */
export async function makeExperience(
  tx: Transaction,
  ownerId: string,
  values: Partial<EntryInsert<"experience">> = {},
): Promise<{ id: string; slug: string; version: number }> {
  const experience = {
    ownerId,
    slug: `experience-${randomUUID()}`,
    originalLocale: "fr" as const,
    title: { fr: "Céder une filiale plutôt que la fermer" },
    ownerLevel: "members" as const,
    topics: ["exit"],
    cities: ["changzhou"],
    fromYear: 2023,
    toYear: 2024,
    story: { fr: "La vente a duré neuf mois." },
    advice: { fr: "Faire auditer les sceaux une fois par an." },
    submittedAt: (values.moderation ?? "draft") === "draft" ? null : new Date(),
    publishedAt: values.moderation === "published" ? new Date() : null,
    confirmedAt: values.moderation === "published" ? new Date() : null,
    ...values,
  };
  const { id } = await insertEntry(tx, "experience", experience);
  return { version: 1, ...experience, id };
}
