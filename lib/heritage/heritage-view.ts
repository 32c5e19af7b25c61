import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { formatNumber } from "@/lib/core/i18n/numbers";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { FOUNDING_ADDRESS } from "./founding-items";
import { decadeOf, decadeWords, formatHeritageDate } from "./heritage-dates";
import type { HeritageItem, Source } from "./heritage-item";

/** `text` is the whole phrase: "Source: La Tribune, 2014". */
export type NamedSource = { text: string; url: string | null };

/** One claim as it is read, in the reader's language; what is not said is left out, since it is sent to an island. */
export type Claim = {
  slug: string;
  title: string;
  date?: string | undefined;
  text?: string | undefined;
  /** The language shown, where it is not the reader's. */
  lang?: Locale | undefined;
  /** What its sources do not agree on, and what only the founding document says. */
  remarks?: string | undefined;
  /** Who says so. */
  sources: string;
  lead?: { href: string; label: string } | undefined;
};

export type Decade = { key: number; label: string; count: string; claims: Claim[] };

export type HeritageView = {
  decades: Decade[];
  institutions: Claim[];
  figures: (Claim & { value: string })[];
};

/** `living` names the addresses of the portal that have something to show, in the reader's language. */
export function heritageView(
  items: readonly HeritageItem[],
  living: ReadonlyMap<string, string>,
  locale: Locale,
): HeritageView {
  const claim = (item: HeritageItem) => claimOf(item, living, locale);
  const of = (part: HeritageItem["part"]) => items.filter((item) => item.part === part);
  return {
    decades: toDecades(of("date"), claim, locale),
    institutions: of("institution").map(claim),
    figures: of("figure").map((item) => ({ ...claim(item), value: valueWords(item, locale) })),
  };
}

/** An item as it is told, with where it lives on. */
export function claimOf(
  item: HeritageItem,
  living: ReadonlyMap<string, string>,
  locale: Locale,
): Claim {
  const t = getTranslator(locale, "heritage");
  const title = pickText(item.title, locale);
  const { slug, status, leadsTo } = item;
  const label = leadsTo && living.get(leadsTo);
  const remarks = [
    pickText(item.differs, locale)?.text,
    status === "verified" ? undefined : t(`status.${status}`),
  ];
  const said = {
    date: item.date && formatHeritageDate(item.date, locale),
    text: pickText(item.text, locale)?.text,
    lang: title?.isFallback && title.lang,
    remarks: remarks.filter(Boolean).join(locale === "zh" ? "" : " "),
    lead: leadsTo && label && { href: path(locale, leadsTo), label },
  };
  return {
    ...{ slug, title: title?.text ?? "" },
    sources: item.sources.map((source) => publisherOf(source, locale)).join(" · "),
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value)),
  };
}

function toDecades(
  items: readonly HeritageItem[],
  claim: (item: HeritageItem) => Claim,
  locale: Locale,
): Decade[] {
  const t = getTranslator(locale, "heritage");
  const dated = items
    .flatMap((item) => (item.date ? [{ item, date: item.date }] : []))
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

/** A figure with its caution: `over 5,000`. */
export function valueWords({ figure }: HeritageItem, locale: Locale): string {
  if (!figure) return "";
  const { value, qualifier } = figure;
  const t = getTranslator(locale, "heritage");
  return t("value", { qualifier, value: formatNumber(value, locale) });
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
    url: source.isCopy ? null : source.address,
  };
}

/** Where a claim is read: the whole title, the address, and the day it was last opened by hand. */
export const listSources = ({ sources }: HeritageItem, locale: Locale): ListedSource[] =>
  sources.map((source) => ({
    name: inYear(source.address === FOUNDING_ADDRESS ? null : source.title, source, locale),
    address: source.address,
    isLinked: !source.isCopy,
    opened: openedWords(source, locale),
  }));

export type ListedSource = { name: string; address: string; isLinked: boolean; opened: string };

const publisherOf = (source: Source, locale: Locale) =>
  inYear(source.title.split(" – ")[0] ?? "", source, locale);

/** Null names the founding document. */
function inYear(name: string | null, { published }: Source, locale: Locale): string {
  const t = getTranslator(locale, "heritage");
  const year = published?.includes("–") ? published : (published?.slice(0, 4) ?? "");
  const said = name ?? t("sources.founding");
  return year && !said.includes(year) ? t("sourceInYear", { name: said, year }) : said;
}

function openedWords({ openedOn }: Source, locale: Locale): string {
  const t = getTranslator(locale, "heritage");
  return openedOn
    ? t("sources.opened", { day: formatDay(openedOn, locale) })
    : t("sources.unopened");
}
