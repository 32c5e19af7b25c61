import { randomUUID } from "node:crypto";
import type { Transaction } from "./client";
import { type EntryInsert, insertEntry } from "./entry-rows";
import { cooperationParties } from "./schema/cooperations";

/** A complete agreement between an organisation of Lyon and others of China, a draft unless told otherwise. */
export async function makeCooperation(
  tx: Transaction,
  [lyon = "", ...china]: readonly string[],
  values: Partial<EntryInsert<"cooperation">> = {},
): Promise<{ id: string; slug: string; version: number }> {
  const cooperation = {
    slug: `cooperation-${randomUUID()}`,
    originalLocale: "fr" as const,
    title: { fr: "Laboratoire commun de chimie verte" },
    agreementKind: "joint-laboratory",
    signed: "2002",
    subject: { fr: "Trois thèses par an, encadrées des deux côtés." },
    sources: [{ title: "La Tribune", url: "https://example.org/2014", opened: "2026-11-24" }],
    submittedAt: (values.moderation ?? "draft") === "draft" ? null : new Date(),
    publishedAt: values.moderation === "published" ? new Date() : null,
    ...values,
  };
  const { id } = await insertEntry(tx, "cooperation", cooperation);
  const party = (organisationId: string, side: "lyon" | "china") => ({
    organisationId,
    side,
    cooperationId: id,
  });
  await tx
    .insert(cooperationParties)
    .values([party(lyon, "lyon"), ...china.map((one) => party(one, "china"))]);
  return { version: 1, ...cooperation, id };
}
