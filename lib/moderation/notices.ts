import type { TakenDownType } from "@/db/enums";
import type { Facts } from "../core/events/facts";
import { type NoticeTable, tellBy } from "../core/events/notice-table";
import type { Locale } from "../core/i18n/locales";
import type { LocalizedText } from "../core/i18n/localized-text";

const HEARS: NoticeTable<"authors"> = {
  "content.taken-down": { authors: "takenDown" },
  "content.put-back": { authors: "putBack" },
};

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
