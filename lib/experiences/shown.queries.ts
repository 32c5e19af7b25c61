import "server-only";
import type { Transaction } from "@/db/client";
import type { Said } from "@/lib/directory/crowd";
import { findSaying } from "@/lib/directory/crowd.queries";
import { textsIn } from "@/lib/entries/description";
import { isListedMember } from "@/lib/members/listed.queries";
import { inAllLanguages, listWords, placeWords } from "@/lib/search/said-words";
import { searchLine } from "@/lib/search/search-words";
import { EXPERIENCE, type ExperienceContent, teaserOf } from "./experience";

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

/**
 * The two lines it is searched by. Visitors search the first, empty unless they read something of it: title, first advice, topics
 * and what is `shown` of its cities. Members search the second: all texts and choices, sectors and cities as they are where all
 * members know who wrote it (`isNamed`).
 */
export function buildExperienceSearch(
  experience: ExperienceContent,
  shown: Said,
  isNamed: boolean,
) {
  const { title, topics, outcome, cities, sectors, isTeased } = experience;
  const topicWords = listWords(["experienceTopics"], topics);
  const placesOf = (slugs: readonly string[]) => placeWords(["cities", "provinces"], slugs);
  const open = [title, teaserOf(experience)].flatMap(inAllLanguages);
  const texts = textsIn(EXPERIENCE) as (keyof ExperienceContent & "advice")[];
  const forMembers = [
    ...texts.flatMap((name) => inAllLanguages(experience[name])),
    ...topicWords,
    ...listWords(["experienceOutcomes"], outcome ? [outcome] : []),
    ...listWords(["sectors", "sectorGroups"], isNamed ? sectors : shown.sectors),
    ...placesOf(isNamed ? cities : shown.places),
  ];
  return {
    searchPublic: isTeased ? searchLine([...open, ...topicWords, ...placesOf(shown.places)]) : "",
    searchMembers: searchLine(forMembers),
  };
}
