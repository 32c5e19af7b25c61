import "server-only";
import type { Transaction } from "@/db/client";
import { findSaying } from "@/lib/directory/crowd.queries";
import { isListedMember } from "@/lib/entries/shown.queries";
import { type ExperienceContent, teaserOf } from "./experience";
import { buildExperienceSearch } from "./search-text";

/** What visitors read of an experience, and what it is shown and searched by, as the directory stands now. */
export async function findShown(
  tx: Transaction,
  experience: ExperienceContent & { ownerId: string },
) {
  const { ownerId, ownerLevel } = experience;
  const { said } = await findSaying(tx, experience);
  const isNamed = ownerLevel === "members" && (await isListedMember(tx, ownerId));
  return {
    teaser: teaserOf(experience),
    shownSectors: said.sectors,
    shownPlaces: said.places,
    ...buildExperienceSearch(experience, said, isNamed),
  };
}
