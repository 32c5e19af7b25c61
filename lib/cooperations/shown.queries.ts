import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { cooperationParties } from "@/db/schema/cooperations";
import { organisations } from "@/db/schema/organisations";
import { inAllLanguages, listWords, placeWords } from "@/lib/search/said-words";
import { searchLine } from "@/lib/search/search-words";
import { type CooperationContent, PUBLIC_TEXTS } from "./cooperation";

/** What an agreement is searched by: its public texts, its kind, and where its parties stand; who they are, each page says. */
export async function findShown(tx: Transaction, cooperation: CooperationContent & { id: string }) {
  const places = await tx
    .selectDistinct({ place: organisations.place })
    .from(cooperationParties)
    .innerJoin(organisations, eq(organisations.id, cooperationParties.organisationId))
    .where(eq(cooperationParties.cooperationId, cooperation.id));
  const open = [
    ...PUBLIC_TEXTS.flatMap((name) => inAllLanguages(cooperation[name])),
    ...listWords(["cooperationKinds"], [cooperation.agreementKind ?? ""].filter(Boolean)),
    ...placeWords(
      ["cities", "lyonPlaces"],
      places.flatMap(({ place }) => place ?? []),
    ),
  ];
  const line = searchLine(open);
  return { searchPublic: line, searchMembers: line };
}
