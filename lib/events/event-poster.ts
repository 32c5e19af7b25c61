import type { EventProgress, EventZone } from "@/db/enums";
import { referenceLabel } from "@/db/reference/lists";
import { clockIn, formatDays, formatMonth, ZONE } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, type PickedText, pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { onBothClocks } from "@/lib/core/two-clocks";

export type OnPoster = {
  title: LocalizedText;
  originalLocale: Locale;
  eventKind: string | null;
  format: string | null;
  zone: EventZone;
  startsAt: Date | null;
  endsAt: Date | null;
  place: string | null;
  cities: readonly string[];
};

/** What a poster says, each a line in the reader's language. */
export type PosterWords = {
  kind: string;
  /** The day, or the first and the last of one month. */
  figure: string;
  month: string;
  title: PickedText | null;
  /** When it is, the reader's clock first. */
  clocks: string[];
  where: string;
};

/** Where an event is held, by names of places: `Lyon 3e · Canton`; what is held online says so. */
export function whereWords(
  { format, place, cities }: Pick<OnPoster, "format" | "place" | "cities">,
  locale: Locale,
): string {
  const names = [
    ...(place ? [referenceLabel("lyonPlaces", place, locale)] : []),
    ...cities.map((city) => referenceLabel("cities", city, locale)),
  ];
  const isOnline = format === "online" || (format === "hybrid" && names.length > 0);
  return [...names, ...(isOnline ? [referenceLabel("eventFormats", "online", locale)] : [])].join(
    " · ",
  );
}

/** The same and, on a line of its own, the building: for whoever is on the way there. */
export const addressWords = (
  { venue, ...held }: Parameters<typeof whereWords>[0] & Addressed,
  locale: Locale,
): string =>
  [whereWords(held, locale), pickText(venue, locale, held.originalLocale)?.text]
    .filter(Boolean)
    .join("\n");

/** Whether what it costs was said: that of an announced event nobody has settled yet, it is not free. */
export const isPriceSaid = ({
  price,
  progress,
}: {
  price: number | null;
  progress: EventProgress;
}) => price !== null || progress !== "announced";

/** What a place costs: `25 € par personne`, or that it costs nothing. */
export function priceWords(price: number | null, locale: Locale): string {
  const t = getTranslator(locale, "events");
  return price === null ? t("registration.free") : t("registration.euros", { price });
}

type Addressed = { venue: LocalizedText; originalLocale: Locale };

/**
 * What the poster of an event says; null before it has a time. The large day is that of the place, where people go, and the
 * reader's own of what is held online; where the reader's clock shows another day, the clock is named.
 */
export function posterWords(event: OnPoster, locale: Locale): PosterWords | null {
  const { startsAt, endsAt, eventKind, format, zone } = event;
  if (startsAt === null) return null;
  const reader: EventZone = locale === "zh" ? "beijing" : "lyon";
  const clock = format === "online" ? reader : zone;
  const daysBy = (one: EventZone) => {
    const first = clockIn(ZONE[one], startsAt).day;
    // What ends at midnight ends on the day before.
    const end = endsAt && new Date(endsAt.getTime() - 1);
    return { first, last: end && end > startsAt ? clockIn(ZONE[one], end).day : first };
  };
  const { first, last } = daysBy(clock);
  const isElsewhere = daysBy(reader).first !== first || daysBy(reader).last !== last;
  const month = monthWords(first, last, locale);
  const t = getTranslator(locale, "ui");
  return {
    kind: eventKind ? referenceLabel("eventKinds", eventKind, locale) : "",
    figure: figureWords(first, last, locale),
    month: isElsewhere ? t("clocks.time", { from: month, city: t(`clocks.city.${clock}`) }) : month,
    title: pickText(event.title, locale, event.originalLocale),
    clocks: onBothClocks(startsAt, endsAt, locale).map(({ words }) => words),
    where: whereWords(event, locale),
  };
}

const isOneMonth = (first: string, last: string) => first.slice(0, 7) === last.slice(0, 7);

const dayOf = (day: string) => String(Number(day.slice(8)));

function figureWords(first: string, last: string, locale: Locale): string {
  if (first === last || !isOneMonth(first, last)) return dayOf(first);
  return `${dayOf(first)}${locale === "zh" ? "～" : "–"}${dayOf(last)}`;
}

const monthWords = (first: string, last: string, locale: Locale) =>
  isOneMonth(first, last) ? formatMonth(first, locale) : formatDays(first, last, locale);
