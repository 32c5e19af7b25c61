import { referenceLabel } from "@/db/reference/lists";
import type { StoredText } from "@/db/stored";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { formatOnBothClocks } from "@/lib/core/two-clocks";
import { priceWords, whereWords } from "./event-poster";

/** When, where and how an event is held, and what it costs (euros); times in ISO 8601. */
export type Held = {
  startsAt: string | null;
  endsAt: string | null;
  format: string | null;
  place: string | null;
  cities: readonly string[];
  venue: StoredText;
  price: number | null;
};

type Row = {
  format: string | null;
  place: string | null;
  cities: readonly string[];
  venue: StoredText;
  price: number | null;
  startsAt: Date | null;
  endsAt: Date | null;
};

/** As a plain value, to be queued with a job and compared. */
export const heldAs = ({ startsAt, endsAt, format, place, cities, venue, price }: Row): Held => ({
  ...{ format, place, cities: [...cities], venue, price },
  startsAt: startsAt?.toISOString() ?? null,
  endsAt: endsAt?.toISOString() ?? null,
});

/** What of it differs, in the order in which it is told. */
const CHANGES = ["when", "where", "format", "venue", "price"] as const;

const when = ({ startsAt, endsAt }: Held, locale: Locale) =>
  startsAt ? formatOnBothClocks(startsAt, endsAt, locale) : "";

const SAID: Record<(typeof CHANGES)[number], (held: Held, locale: Locale) => string> = {
  when,
  where: whereWords,
  format: ({ format }, locale) => (format ? referenceLabel("eventFormats", format, locale) : ""),
  venue: ({ venue }, locale) => pickText(venue, locale)?.text ?? "",
  price: ({ price }, locale) => priceWords(price, locale),
};

/** Whether anything differs of which those who are registered must hear. */
export const isHeldOtherwise = (before: Held, now: Held): boolean =>
  JSON.stringify(ordered(before)) !== JSON.stringify(ordered(now));

const ordered = ({ startsAt, endsAt, format, place, cities, venue, price }: Held) => [
  ...[startsAt, endsAt, format, place, [...cities].sort(), price],
  Object.entries(venue).sort(([one], [other]) => one.localeCompare(other)),
];

/** What differs, a line of each, old and new: times on both clocks. */
export function changesInWords(before: Held, now: Held, locale: Locale): string {
  const t = getTranslator(locale, "events");
  return CHANGES.flatMap((what) => {
    const [old, other] = [SAID[what](before, locale), SAID[what](now, locale)];
    if (old === other) return [];
    const said = (text: string) => text || t("changes.nothing");
    return t(`changes.${what}`, { before: said(old), now: said(other) });
  }).join("\n\n");
}
