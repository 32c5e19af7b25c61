import type { ContentOf, Description } from "@/lib/entries/description";
import { type Gap, listMissing } from "@/lib/entries/missing-fields";
import type { Noun } from "@/lib/entries/noun";

/** The first year of which a member tells what happened. */
const FIRST_YEAR = 1900;

/** Each field of an experience. Active members read all of it. */
export const EXPERIENCE = {
  originalLocale: { kind: "language", section: "essentials", level: "members" },
  title: {
    kind: "text",
    most: 120,
    isLine: true,
    section: "essentials",
    level: "members",
    isNeeded: true,
  },
  teaser: { kind: "text", most: 300, section: "essentials", level: "members", isNeeded: true },
  topics: {
    kind: "choices",
    of: "experienceTopics",
    most: 3,
    section: "essentials",
    level: "members",
    isNeeded: true,
  },
  fromYear: { kind: "year", first: FIRST_YEAR, section: "essentials", level: "members" },
  toYear: { kind: "year", first: FIRST_YEAR, section: "essentials", level: "members" },
  cities: { kind: "choices", of: "cities", section: "essentials", level: "members" },
  sectors: { kind: "choices", of: "sectors", section: "essentials", level: "members" },
  story: { kind: "text", most: 3000, section: "story", level: "members", isNeeded: true },
  advice: { kind: "text", most: 2000, section: "story", level: "members", isNeeded: true },
} as const satisfies Description;

/** Experiences as what all entries share knows them. */
export const EXPERIENCES = {
  kind: "experience",
  fields: EXPERIENCE,
  refusals: "reasonsExperienceRefusal",
  words: "experiences",
} as const satisfies Noun;

/** All that its author writes and chooses. Lists hold slugs of the reference lists. */
export type ExperienceContent = ContentOf<typeof EXPERIENCE>;

/** What is wrong in what was written, kept all the same and told on its field. */
export function listWrong({ fromYear, toYear }: Partial<ExperienceContent>): Gap[] {
  const isWrong = fromYear && toYear && toYear < fromYear;
  const { section } = EXPERIENCE.toYear;
  return isWrong ? [{ field: "toYear", section, code: "endsBeforeStart" }] : [];
}

/** What stands between a draft and its submission. */
export const listGaps = (content: ExperienceContent): Gap[] => [
  ...listMissing(EXPERIENCE, content),
  ...listWrong(content),
];
