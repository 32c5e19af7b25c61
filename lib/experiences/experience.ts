import { ENTRY_LEVELS } from "@/db/enums";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { pointsOf } from "@/lib/core/text/points";
import { type ContentOf, type Description, textsIn } from "@/lib/entries/description";
import { type Gap, listMissing } from "@/lib/entries/missing-fields";
import type { Noun } from "@/lib/entries/noun";

/** The first year of which a member tells what happened. */
const FIRST_YEAR = 1900;

/**
 * Each field of an experience: what is asked first, and more when one likes. Active members read all of it, visitors what is
 * `public` and the first point of the advice, where its author says so.
 */
export const EXPERIENCE = {
  originalLocale: { kind: "language", section: "essentials", level: "public" },
  title: {
    kind: "text",
    most: 120,
    isLine: true,
    section: "essentials",
    level: "members",
    isNeeded: true,
  },
  topics: {
    kind: "choices",
    of: "experienceTopics",
    most: 3,
    section: "essentials",
    level: "public",
    isNeeded: true,
  },
  cities: { kind: "choices", of: "cities", section: "essentials", level: "public" },
  fromYear: { kind: "year", first: FIRST_YEAR, section: "essentials", level: "public" },
  toYear: { kind: "year", first: FIRST_YEAR, section: "essentials", level: "public" },
  story: { kind: "text", most: 3000, section: "essentials", level: "members", isNeeded: true },
  advice: {
    kind: "text",
    most: 2000,
    isList: true,
    section: "essentials",
    level: "members",
    isNeeded: true,
  },
  context: { kind: "text", most: 2000, section: "more", level: "members" },
  done: { kind: "text", most: 3000, section: "more", level: "members" },
  worked: { kind: "text", most: 2000, section: "more", level: "members" },
  failed: { kind: "text", most: 2000, section: "more", level: "members" },
  outcome: { kind: "choice", of: "experienceOutcomes", section: "more", level: "members" },
  cost: { kind: "choice", of: "costBands", section: "more", level: "members" },
  sectors: { kind: "choices", of: "sectors", section: "more", level: "members" },
  isTeased: { kind: "tick", unset: false, section: "readers", level: "self", isSetting: true },
  ownerLevel: {
    kind: "state",
    of: ENTRY_LEVELS,
    unset: "members",
    section: "readers",
    level: "self",
    isSetting: true,
  },
} as const satisfies Description;

/** Experiences as what all entries share knows them. */
export const EXPERIENCES = {
  kind: "experience",
  fields: EXPERIENCE,
  refusals: "reasonsExperienceRefusal",
  words: "experiences",
  weave: "china",
} as const satisfies Noun;

/** All that its author writes and chooses. Lists hold slugs of the reference lists. */
export type ExperienceContent = ContentOf<typeof EXPERIENCE>;

/** What the two-minute form leaves for later, in the order it is read. */
export const MORE_TEXTS = ["context", "done", "worked", "failed"] as const;

/** The first point of the advice in each language. */
export const firstAdvice = (advice: LocalizedText): LocalizedText =>
  Object.fromEntries(
    Object.entries(advice).flatMap(([locale, text]) => {
      const [first] = pointsOf(text ?? "");
      return first ? [[locale, first]] : [];
    }),
  );

/** What visitors read of what was written: nothing, unless its author says so. */
export const teaserOf = (of: Pick<ExperienceContent, "isTeased" | "advice">): LocalizedText =>
  of.isTeased ? firstAdvice(of.advice) : {};

/** What is wrong in what was written, kept all the same and told on its field. */
export function listWrong({ fromYear, toYear }: Partial<ExperienceContent>): Gap[] {
  const isWrong = fromYear && toYear && toYear < fromYear;
  const { section } = EXPERIENCE.toYear;
  return isWrong ? [{ field: "toYear", section, code: "endsBeforeStart" }] : [];
}

/** What stands between a draft and its submission. */
export const listGaps = (content: ExperienceContent): Gap[] =>
  listMissing(EXPERIENCE, content).concat(listWrong(content));

/** The texts of a content that are read by somebody who may not know who wrote it. */
export function textsReadUnnamed(
  { isTeased, ownerLevel }: { isTeased: boolean; ownerLevel: string },
  content: Partial<ExperienceContent>,
): Record<string, LocalizedText> {
  const { title = {}, advice = {} } = content;
  if (ownerLevel === "members") return isTeased ? { title, advice: firstAdvice(advice) } : {};
  const texts = content as Record<string, LocalizedText>;
  return Object.fromEntries(textsIn(EXPERIENCE).map((name) => [name, texts[name] ?? {}]));
}

/** What an experience may be about: one of each. */
export const LINKED = ["project", "activity", "organisation"] as const;

export type Linked = (typeof LINKED)[number];

/** What is chosen, by its address. */
export type LinkInput = Partial<Record<Linked, string | null>>;
