import type { Catalogue } from "@/lib/core/i18n/catalogues";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { chipsOf, type ListFacet, type ListPage } from "@/lib/core/list-view";
import type { Count, Found } from "./lines.queries";

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
  filters: { more: string };
};

type ListNamespace = {
  [Name in keyof Catalogue]: Catalogue[Name] extends ListCatalogue ? Name : never;
}[keyof Catalogue];

type Say = (key: string, values?: Record<string, string | number>) => string;

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
  const t = getTranslator(locale, words) as unknown as Say;
  const counted = ({ total, isMore }: Count, more: string) =>
    t(isMore ? more : "list.count", { count: total });
  const letGo = (names: readonly (keyof Filters)[]) =>
    hrefOf(Object.fromEntries(names.map((name) => [name, none[name]])) as Partial<Filters>);
  const { q } = filters;
  const chips = chipsOf({ q, facets }, kinds, t("list.searched", { q }), hrefOf);
  const chosen = facets.reduce((sum, one) => sum + one.chosen.length, 0);
  const empty =
    chips.length > 0 ? ["emptyFilteredTitle", "emptyFiltered"] : ["emptyTitle", "emptyText"];
  const [title, text] = empty.map((key) => t(`list.${key}`));
  return {
    ...{ page, pageCount, isCut, q, facets, chips },
    count: counted(found, "list.countMore"),
    href: hrefOf({}),
    more: t("filters.more", { count: chosen }),
    clearHref: letGo(["q", ...kinds]),
    ways: without.map(({ filter, ...count }) => ({
      label: t(`list.without.${filter}`, { q, found: counted(count, "list.without.more") }),
      href: letGo([filter as keyof Filters]),
    })),
    empty: cards.length > 0 ? null : { title: title ?? "", text: text ?? "" },
  };
}
