import type { Said } from "@/lib/directory/crowd";
import { textsIn } from "@/lib/entries/description";
import { inAllLanguages, listWords, placeWords } from "@/lib/search/said-words";
import { searchLine } from "@/lib/search/search-words";
import { EXPERIENCE, type ExperienceContent, teaserOf } from "./experience";

/**
 * The two lines an experience is searched by. Visitors search the first, empty unless they read something of it: title, first
 * advice, topics and what is `shown` of its cities. Members search the second: all texts and choices, sectors and cities as
 * they are where all members know who wrote it (`isNamed`).
 */
export function buildExperienceSearch(
  experience: ExperienceContent,
  shown: Said,
  isNamed: boolean,
): { searchPublic: string; searchMembers: string } {
  const { title, topics, outcome } = experience;
  const places = placeWords(["cities", "provinces"], shown.places);
  const open = [
    ...inAllLanguages(title),
    ...inAllLanguages(teaserOf(experience)),
    ...listWords(["experienceTopics"], topics),
    ...places,
  ];
  const texts = textsIn(EXPERIENCE) as (keyof ExperienceContent & "advice")[];
  const forMembers = [
    ...texts.flatMap((name) => inAllLanguages(experience[name])),
    ...listWords(["experienceTopics"], topics),
    ...listWords(["experienceOutcomes"], outcome ? [outcome] : []),
    ...listWords(["sectors", "sectorGroups"], isNamed ? experience.sectors : shown.sectors),
    ...(isNamed ? placeWords(["cities", "provinces"], experience.cities) : places),
  ];
  return {
    searchPublic: experience.isTeased ? searchLine(open) : "",
    searchMembers: searchLine(forMembers),
  };
}
