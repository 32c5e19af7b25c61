import { isDay } from "@/lib/core/dates";
import { LOCALES } from "@/lib/core/i18n/locales";
import type { ContentOf, Description } from "@/lib/entries/description";
import { type Gap, listMissing } from "@/lib/entries/missing-fields";
import type { Noun } from "@/lib/entries/noun";
import { findUnknown, VALUE_NAMES } from "./page-values";

/** The pages of the club that it may write itself, by the word of their address. */
export const CLUB_PAGES = ["legal", "privacy", "charter", "accessibility", "about"] as const;
export type ClubPage = (typeof CLUB_PAGES)[number];

/** Whether a word of the address names one of them. */
export const isClubPage = (word: string): word is ClubPage =>
  (CLUB_PAGES as readonly string[]).includes(word);

/** Each field of a page of the club. All of it is public. */
export const PAGE = {
  originalLocale: { kind: "language", section: "text", level: "public" },
  title: {
    kind: "text",
    most: 160,
    isLine: true,
    section: "text",
    level: "public",
    isNeeded: true,
  },
  lead: { kind: "text", most: 600, section: "text", level: "public", isNeeded: true },
  body: { kind: "text", most: 20_000, section: "text", level: "public", isNeeded: true },
  effectiveOn: { kind: "day", section: "effect", level: "public", isNeeded: true },
} as const satisfies Description;

/** Pages of the club as what all entries share knows them. */
export const PAGES = {
  kind: "page",
  fields: PAGE,
  refusals: "reasonsCooperationRefusal",
  words: "clubPages",
  weave: "threads",
} as const satisfies Noun;

/** All that is written and chosen in one. */
export type PageContent = ContentOf<typeof PAGE>;

/** What is wrong in what was written, kept all the same and told on its field; `today` is the day in Lyon. */
export function listWrong(content: Partial<PageContent>, today: string): Gap[] {
  const known = VALUE_NAMES.map((name) => `{${name}}`).join(" ");
  const unknown = (["title", "lead", "body"] as const).flatMap((name) =>
    LOCALES.flatMap((locale): Gap[] => {
      const found = findUnknown(content[name]?.[locale] ?? "");
      const { section } = PAGE[name];
      if (!found) return [];
      return [
        { field: `${name}.${locale}`, section, code: "valueUnknown", values: { found, known } },
      ];
    }),
  );
  const day = content.effectiveOn;
  const isPast = day && isDay(day) && day < today;
  const { section } = PAGE.effectiveOn;
  return isPast ? [...unknown, { field: "effectiveOn", section, code: "dayPassed" }] : unknown;
}

/** What stands between a text and its publication. */
export const listGaps = (content: PageContent, today: string): Gap[] => [
  ...listMissing(PAGE, content),
  ...listWrong(content, today),
];
