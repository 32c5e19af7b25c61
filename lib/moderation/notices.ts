import type { TakenDownType } from "@/db/enums";
import { formatDay } from "../core/dates";
import { type Facts, inEachLanguage } from "../core/events/facts";
import { type NoticeTable, tellBy } from "../core/events/notice-table";
import type { Locale } from "../core/i18n/locales";
import type { LocalizedText } from "../core/i18n/localized-text";

const HEARS: NoticeTable<"authors"> = {
  "content.taken-down": { authors: "takenDown" },
  "content.put-back": { authors: "putBack" },
};

const HEAR_BACK: NoticeTable<"reporters"> = {
  "report.upheld": { reporters: "reportUpheld" },
  "report.dismissed": { reporters: "reportDismissed" },
  "appeal.dismissed": { reporters: "reportDismissed" },
};

/** A report by whoever is to hear what became of it, and when they said it. */
export type Reported = { reporterId: string | null; createdAt: Date };

/**
 * Each reads what kind of thing they reported and on which day, and nothing of the thing itself, which may be hidden by now;
 * or what became of their appeal.
 */
export function tellReporters(
  kind: TakenDownType | "appeal",
  told: readonly Reported[],
  words = "",
) {
  const days = new Map(told.map(({ reporterId, createdAt }) => [reporterId, createdAt]));
  const reporters = [...days.keys()].flatMap((accountId) => (accountId ? [{ accountId }] : []));
  return tellBy(HEAR_BACK, {
    people: { reporters },
    facts: (_, to) => {
      const day = ("accountId" in to && days.get(to.accountId)) || new Date();
      const date = inEachLanguage((locale) => formatDay(day, locale));
      return { kind, date, words, to: "/charter" };
    },
  });
}

type Subject = {
  kind: TakenDownType;
  authors: readonly { accountId: string }[];
  title: LocalizedText;
  originalLocale: Locale;
  to: string;
};

/** Whoever wrote it hears of it, wherever their membership stands; `told` is the reason and what the club team adds. */
export function tellAuthors({ kind, authors, title, originalLocale, to }: Subject, told: Facts) {
  const facts = { kind, title: { text: title, original: originalLocale }, to, ...told };
  return tellBy(HEARS, { people: { authors }, facts });
}
