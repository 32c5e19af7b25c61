import type { Description } from "@/lib/entries/description";

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
