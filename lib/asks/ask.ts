import { addDays, today } from "@/lib/core/dates";
import { PROMISES } from "@/lib/core/i18n/promises";
import type { ContentOf, Description } from "@/lib/entries/description";
import type { Noun } from "@/lib/entries/noun";

/** Characters of a question to the club as readers count them; the least in Latin letters. */
export const ASK_LENGTH = { least: 40, most: 400 };

/** Questions one member may put to the club within 24 hours. */
export const ASKS_A_DAY = 3;

/** So many calendar days a question takes answers. */
export const OPEN_DAYS = PROMISES.askDays;

/** So many members are asked for an answer at most. */
export const MOST_ASKED = 7;

/** What a member asks the club: one text, which is its title. Members read all of it. */
export const ASK = {
  originalLocale: { kind: "language", section: "text", level: "members" },
  title: {
    kind: "text",
    most: ASK_LENGTH.most,
    isLine: true,
    section: "text",
    level: "members",
    isNeeded: true,
  },
} as const satisfies Description;

/** Questions to the club as what all entries share knows them. */
export const ASKS = {
  kind: "ask",
  fields: ASK,
  refusals: "reasonsExperienceRefusal",
  words: "asks",
  weave: "both",
  below: "answer",
} as const satisfies Noun;

/** What is said of a question that was just put: whether it goes to somebody, or stands there for all. */
export const postedNotice = ({ askedCount }: { askedCount: number }) =>
  askedCount > 0 ? "askPosted" : "askPostedForAll";

/** All that is written of one. */
export type AskContent = ContentOf<typeof ASK>;

/** The first day (`YYYY-MM-DD`, in Lyon) on which a question takes no more answers; null for one that never was online. */
export const closesOn = ({ publishedAt }: { publishedAt: Date | null }): string | null =>
  publishedAt && addDays(today(publishedAt), OPEN_DAYS);

/** Whether it takes answers on a day. */
export function isOpenOn(ask: { publishedAt: Date | null }, day: string): boolean {
  const closes = closesOn(ask);
  return closes !== null && day < closes;
}
