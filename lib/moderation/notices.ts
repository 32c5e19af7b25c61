import { formatDay } from "../core/dates";
import { type Facts, inEachLanguage } from "../core/events/facts";
import { type NoticeTable, tellBy } from "../core/events/notice-table";
import type { Locale } from "../core/i18n/locales";
import type { LocalizedText } from "../core/i18n/localized-text";
import type { Called } from "./called";

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

/** A thing as letters to its authors name it, and lead to it. */
type Named = { called: Called; title: LocalizedText; originalLocale: Locale; to: string };

const naming = ({ title, originalLocale, to }: Named) => ({
  title: { text: title, original: originalLocale },
  to,
});

/**
 * Each reads what kind of thing they reported and on which day, and nothing of the thing itself, which may be hidden by now;
 * or what became of their appeal, and of what, unless it is gone.
 */
export function tellReporters(
  kind: Called | "appeal",
  told: readonly Reported[],
  words = "",
  appealed: Named | null = null,
) {
  const days = new Map(told.map(({ reporterId, createdAt }) => [reporterId, createdAt]));
  const reporters = [...days.keys()].flatMap((accountId) => (accountId ? [{ accountId }] : []));
  return tellBy(HEAR_BACK, {
    people: { reporters },
    facts: (_, to) => {
      const day = ("accountId" in to && days.get(to.accountId)) || new Date();
      const date = inEachLanguage((locale) => formatDay(day, locale));
      const thing = appealed && { thing: appealed.called, ...naming(appealed) };
      return { kind, date, words, to: "/charter", ...thing };
    },
  });
}

type Subject = Named & { authors: readonly { accountId: string }[] };

/** Whoever wrote it hears of it, wherever their membership stands; `told` is the reason and what the club team adds. */
export function tellAuthors({ authors, ...subject }: Subject, told: Facts) {
  const facts = { kind: subject.called, ...naming(subject), ...told };
  return tellBy(HEARS, { people: { authors }, facts });
}
