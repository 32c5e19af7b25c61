import type { ContentOf, Description } from "@/lib/entries/description";
import { type Gap, listMissing } from "@/lib/entries/missing-fields";
import type { Noun } from "@/lib/entries/noun";
import { readLead } from "./leads-to";

/** Each field of a date, an institution or a figure of the century that the club comes from. All of it is public. */
export const HERITAGE_ITEM = {
  originalLocale: { kind: "language", section: "what", level: "public" },
  part: { kind: "choice", of: "heritageParts", section: "what", level: "public", isNeeded: true },
  title: {
    kind: "text",
    most: 160,
    isLine: true,
    section: "what",
    level: "public",
    isNeeded: true,
  },
  starts: { kind: "date", section: "what", level: "public" },
  ends: { kind: "date", section: "what", level: "public" },
  isAbout: { kind: "tick", unset: false, section: "what", level: "public" },
  figure: { kind: "text", most: 40, isLine: true, section: "what", level: "public" },
  story: { kind: "text", most: 1500, section: "what", level: "public" },
  leadsTo: { kind: "line", most: 300, section: "what", level: "public" },
  sources: { kind: "sources", section: "sources", level: "public", isNeeded: true },
  status: {
    kind: "choice",
    of: "heritageStatuses",
    section: "sources",
    level: "public",
    isNeeded: true,
  },
  differs: { kind: "text", most: 600, section: "sources", level: "public" },
} as const satisfies Description;

/** Heritage items as what all entries share knows them. */
export const HERITAGE = {
  kind: "heritage",
  fields: HERITAGE_ITEM,
  refusals: "reasonsCooperationRefusal",
  words: "heritage",
  weave: "lyon",
} as const satisfies Noun;

/** All that is written and chosen in one. */
export type HeritageContent = ContentOf<typeof HERITAGE_ITEM>;

/** What is wrong in what was written, kept all the same and told on its field. */
export function listWrong(content: Partial<HeritageContent>): Gap[] {
  const { part, starts = null, ends = null, figure, leadsTo } = content;
  const { section } = HERITAGE_ITEM.starts;
  const isBefore = starts !== null && ends !== null && ends.slice(0, starts.length) < starts;
  const isValueMissing = part === "figure" && figure && Object.keys(figure).length === 0;
  const faults = [
    part !== undefined && part !== "institution" && !starts && ["starts", "required"],
    isBefore && ["ends", "endsBeforeStart"],
    isValueMissing && ["figure", "required"],
    leadsTo && !readLead(leadsTo) && ["leadsTo", "leadsNowhere"],
  ] as const;
  return faults.flatMap((fault) =>
    fault ? [{ field: fault[0], code: fault[1], section } as Gap] : [],
  );
}

/** What stands between a draft and its publication. */
export const listGaps = (content: HeritageContent): Gap[] => [
  ...listMissing(HERITAGE_ITEM, content),
  ...listWrong(content),
];
