import { isReference } from "@/db/reference/lists";
import type { Catalogue } from "@/lib/core/i18n/catalogues";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import {
  chipsOf,
  choicesOf,
  type ListFacet,
  type ListPage,
  widerApart,
} from "@/lib/core/list-view";
import type { Count, Found } from "./lines.queries";
import type { Facets } from "./list-filters";

/** The least that a catalogue holds of its list. */
type ListCatalogue = {
  list: Record<
    | "count"
    | "countMore"
    | "searched"
    | "emptyTitle"
    | "emptyText"
    | "emptyFilteredTitle"
    | "emptyFiltered",
    string
  > & { without: Record<"q" | "more", string> };
};

type ListNamespace = {
  [Name in keyof Catalogue]: Catalogue[Name] extends ListCatalogue ? Name : never;
}[keyof Catalogue];

type Say = (key: string, values?: Record<string, string | number>) => string;

/** What a list says in its own words. */
const sayIn = (words: ListNamespace, locale: Locale) =>
  getTranslator(locale, words) as unknown as Say;

/** One page of what was found; where that is nothing, how many there would be without one of the filters. */
export type Listed<Card = unknown, Filter extends string = string> = Count &
  Pick<Found, "page" | "pageCount" | "isCut"> & {
    cards: Card[];
    without: ({ filter: Filter } & Count)[];
  };

type Asked<Filters> = {
  words: ListNamespace;
  locale: Locale;
  filters: Filters;
  /** Nothing is asked for. */
  none: Filters;
  facets: ListFacet[];
  /** The filters that the facets are of, in their order. */
  kinds: readonly (keyof Filters & string)[];
  /** The address of the first page with other filters. */
  hrefOf: (change: Partial<Filters>) => string;
};

/** What a page of a list says around its cards, in the words of its catalogue (`list`, `filters`). */
export function toListPage<Filters extends { q: string }>(
  { cards, without, page, pageCount, isCut, ...found }: Listed,
  { words, locale, filters, none, facets, kinds, hrefOf }: Asked<Filters>,
): ListPage {
  const t = sayIn(words, locale);
  const counted = ({ total, isMore }: Count, more: string) =>
    t(isMore ? more : "list.count", { count: total });
  const letGo = (names: readonly (keyof Filters)[]) =>
    hrefOf(Object.fromEntries(names.map((name) => [name, none[name]])) as Partial<Filters>);
  const { q } = filters;
  const chips = chipsOf({ q, facets }, kinds, t("list.searched", { q }), hrefOf);
  const empty =
    chips.length > 0 ? ["emptyFilteredTitle", "emptyFiltered"] : ["emptyTitle", "emptyText"];
  const [title, text] = empty.map((key) => t(`list.${key}`));
  return {
    ...{ page, pageCount, isCut, q, facets, chips },
    count: counted(found, "list.countMore"),
    href: hrefOf({}),
    clearHref: letGo(["q", ...kinds]),
    ways: without.map(({ filter, ...count }) => ({
      label: t(`list.without.${filter}`, { q, found: counted(count, "list.without.more") }),
      href: letGo([filter as keyof Filters]),
    })),
    empty: cards.length > 0 ? null : { title: title ?? "", text: text ?? "" },
  };
}

/** A choice of a filter with how many it would show; null where so many are found that they were not counted. */
export type CountedOption = { value: string; label: string; count: number | null };

/** How many a value (`sectors:energy`) would show; null where that was not counted. */
export const countIn = (counts: Found["counts"], value: string): number | null => {
  const count = counts.get(value);
  return count === undefined ? 0 : count;
};

/** The choices of a kind that would find something, and those in force, in their order. */
export const countedOptions = (
  counts: Found["counts"],
  facet: string,
  options: readonly { value: string; label: string }[],
  chosen: readonly string[],
): CountedOption[] =>
  options
    .map((option) => ({ ...option, count: countIn(counts, `${facet}:${option.value}`) }))
    .filter(({ value, count }) => count !== 0 || chosen.includes(value));

/** What of a kind of boxes would find something, the most frequent first. */
export const foundOf = (counts: Found["counts"], facet: string) =>
  [...counts]
    .filter(([value, count]) => value.startsWith(`${facet}:`) && count !== 0)
    .map(([value, count]) => ({ slug: value.slice(facet.length + 1), count }))
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0) || (a.slug < b.slug ? -1 : 1));

type Boxes<Facet extends string> = {
  words: ListNamespace;
  locale: Locale;
  facets: Facets<Facet>;
  filters: Record<Facet, string[]>;
  found: ReturnType<typeof foundOf>;
  labelOf: (facet: Facet, slug: string, locale: Locale) => string;
};

/** The boxes of what was found and of what is in force; what is wider than the first of its lists stands apart. */
export function facetOf<Facet extends string>(
  facet: Facet,
  { words, locale, facets, filters, found, labelOf }: Boxes<Facet>,
): ListFacet {
  const t = sayIn(words, locale);
  const { param: name, lists } = facets[facet];
  const chosen = filters[facet];
  const choices = choicesOf(found, chosen, (slug) => labelOf(facet, slug, locale));
  const shared = { name, legend: t(`filters.${facet}`), chosen };
  const [near, ...wider] = lists;
  if (wider.length === 0) return { ...shared, groups: [{ choices }] };
  const labels = { wider: t(`filters.wider.${facet}`), near: t(`filters.near.${facet}`) };
  return { ...shared, groups: widerApart(choices, (slug) => isReference(near, slug), labels) };
}
