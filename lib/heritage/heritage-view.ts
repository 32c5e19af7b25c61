import type { StoredSource } from "@/db/stored";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { type PickedText, pickText } from "@/lib/core/i18n/localized-text";
import type { StaleMarks } from "@/lib/core/i18n/staleness";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { isOlder } from "@/lib/entries/older-text";
import { openedWords } from "@/lib/entries/value-words";
import { FOUNDING_ADDRESS, isCopy } from "./founding-items";
import { decadeOf, decadeWords, formatHeritageDate } from "./heritage-dates";
import { dateOf, type HeritageItem } from "./heritage-item";

/** `text` is the whole phrase: "Source: La Tribune, 2014". */
export type NamedSource = { text: string; url: string | null };

/** One claim as it is read, in the reader's language; what is not said is left out, since it is sent to an island. */
export type Claim = {
  slug: string;
  title: string;
  date?: string | undefined;
  text?: string | undefined;
  /** The languages of title and text, where they are not the reader's, and what says so. */
  lang?: string | undefined;
  textLang?: string | undefined;
  note?: string | undefined;
  /** What its sources do not agree on, and what only the founding document says. */
  remarks?: string | undefined;
  /** Who says so, or how many. */
  sources: string;
  /** Where it lives on; without a label that is the page of what its title names. */
  lead?: { href: string; label?: string } | undefined;
};

/** A claim with its number; `valueLang` where that is not in the reader's language. */
export type Figure = Claim & { value: string; valueLang?: string | undefined };

export type Decade = { key: number; label: string; count: string; claims: Claim[] };

export type HeritageView = {
  decades: Decade[];
  institutions: Claim[];
  figures: Figure[];
};

/** `living` names the addresses of the portal that have something to show, in the reader's language. */
export function heritageView(
  items: readonly HeritageItem[],
  living: ReadonlyMap<string, string>,
  locale: Locale,
): HeritageView {
  const claim = (item: HeritageItem) => claimOf(item, living, locale);
  const of = (part: string) => items.filter((item) => item.part === part);
  return {
    decades: toDecades(of("date"), claim, locale),
    institutions: of("institution").map(claim),
    figures: of("figure").map((item) => figureOf(item, living, locale)),
  };
}

/** An item as it is told, with where it lives on. */
export function claimOf(
  item: HeritageItem,
  living: ReadonlyMap<string, string>,
  locale: Locale,
): Claim {
  const t = getTranslator(locale, "heritage");
  const { title, story, figure, differs } = pickTexts(item, locale);
  const date = dateOf(item);
  const { slug, status, leadsTo } = item;
  const label = leadsTo && living.get(leadsTo);
  const remarks = [
    differs?.text,
    status === "mixed" || status === "seed-only" ? t(`status.${status}`) : undefined,
  ];
  const said = {
    date: date && formatHeritageDate(date, locale),
    text: story?.text,
    lang: foreignTag(title),
    textLang: foreignTag(story),
    note: noteOf([title, story, figure, differs], locale),
    remarks: remarks.filter(Boolean).join(locale === "zh" ? "" : " "),
    lead: leadsTo &&
      label && {
        href: path(locale, leadsTo),
        ...(label !== title?.text && { label }),
      },
  };
  return {
    ...{ slug, title: title?.text ?? "" },
    sources: sourceWords(item, locale),
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value)),
  };
}

/** A figure as it is told. */
export function figureOf(
  item: HeritageItem,
  living: ReadonlyMap<string, string>,
  locale: Locale,
): Figure {
  const { figure } = pickTexts(item, locale);
  return {
    ...claimOf(item, living, locale),
    value: figure?.text ?? "",
    valueLang: foreignTag(figure) || undefined,
  };
}

const TEXTS = ["title", "story", "figure", "differs"] as const;

const pickTexts = (item: HeritageItem, locale: Locale) =>
  Object.fromEntries(
    TEXTS.map((name) => [name, pickText(item[name], locale, item.originalLocale)]),
  ) as Record<(typeof TEXTS)[number], PickedText | null>;

const foreignTag = (picked: PickedText | null) => picked?.isFallback && LANGUAGE_TAG[picked.lang];

function noteOf(shown: (PickedText | null)[], locale: Locale) {
  const foreign = shown.find((picked) => picked?.isFallback);
  return foreign && fallbackLabel(locale, foreign.lang);
}

/** Whether something of it is read in a translation that is older than its original. */
export function isOutdated(item: HeritageItem & { stale: StaleMarks }, locale: Locale): boolean {
  const shown = pickTexts(item, locale);
  return TEXTS.some((name) => isOlder(item.stale, name, shown[name]));
}

/** Who says so, or how many do: all of them stand on its page, and would weigh more than the text on one of sixty. */
function sourceWords({ sources }: HeritageItem, locale: Locale): string {
  const [only, ...others] = sources;
  if (!only || others.length > 0) {
    return getTranslator(locale, "heritage")("sourceCount", { count: sources.length });
  }
  return publisherOf(only, locale);
}

function toDecades(
  items: readonly HeritageItem[],
  claim: (item: HeritageItem) => Claim,
  locale: Locale,
): Decade[] {
  const t = getTranslator(locale, "heritage");
  const dated = items
    .flatMap((item) => {
      const date = dateOf(item);
      return date ? [{ item, date }] : [];
    })
    .sort((a, b) => a.date.start.localeCompare(b.date.start));
  const decades = [...new Set(dated.map(({ date }) => decadeOf(date)))];
  return decades.map((key) => {
    const found = dated.filter(({ date }) => decadeOf(date) === key);
    return {
      ...{ key, label: decadeWords(key, locale) },
      count: t("unfold", { count: found.length }),
      claims: found.map(({ item }) => claim(item)),
    };
  });
}

/** What an item is called on its own page and wherever that is shared; of a figure with its value: `over 5,000 students`. */
export function headingOf(item: HeritageItem, locale: Locale): string {
  const t = getTranslator(locale, "heritage");
  const { title, figure } = pickTexts(item, locale);
  const label = title?.text ?? "";
  return figure ? t("valueOf", { value: figure.text, label }) : label || t("untitled");
}

/** The source to be named where only one is, with what it is of (`asOf`). */
export function firstSource(
  { sources }: Pick<HeritageItem, "sources">,
  locale: Locale,
  asOf?: string,
): NamedSource {
  const [source] = sources;
  if (!source) return { text: "", url: null };
  const t = getTranslator(locale, "heritage");
  const name = publisherOf(source, locale);
  return {
    text: asOf ? t("asOf", { date: asOf, source: name }) : t("source", { source: name }),
    url: isCopy(source.url) ? null : source.url,
  };
}

/** Where a claim is read: the whole title, the address, and the day somebody last read it. */
export const listSources = (
  { sources }: Pick<HeritageItem, "sources">,
  locale: Locale,
): ListedSource[] =>
  sources.map((source) => ({
    name: isFounding(source)
      ? dated(getTranslator(locale, "heritage")("sources.founding"), source, locale)
      : source.title,
    address: source.url,
    isLinked: !isCopy(source.url),
    opened: openedWords(source, locale),
  }));

export type ListedSource = { name: string; address: string; isLinked: boolean; opened: string };

const isFounding = ({ url }: StoredSource) => url === FOUNDING_ADDRESS;

/** Who says so, and when: what stands before the dash in a title, and the year at its end. */
const publisherOf = (source: StoredSource, locale: Locale) =>
  dated(source.title.split(" – ")[0] ?? "", source, locale);

function dated(name: string, { title }: StoredSource, locale: Locale): string {
  const year = /, (\d{4}(?:–\d{4})?)$/.exec(title)?.[1];
  if (!year || name.includes(year)) return name;
  return getTranslator(locale, "heritage")("sourceInYear", {
    name,
    year: locale === "zh" ? year.replace("–", "—") : year,
  });
}
