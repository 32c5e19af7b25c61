import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { MemberCardData } from "@/lib/members/member-card";
import type { Count } from "@/lib/search/lines.queries";
import { type DirectoryFilters, directoryQuery } from "./directory-address";
import type { Facet, MemberList } from "./queries";

export type DirectoryLink = { label: string; href: string };

/** One answer of the directory with its words in the reader's language, for the page and for its live island. */
export type DirectoryView = {
  filters: DirectoryFilters;
  count: string;
  members: MemberCardData[];
  sectors: Facet[];
  cities: Facet[];
  /** "Filters (2 chosen)". */
  filterCount: string;
  pageCount: number;
  /** That not even the last page shows the last of them. */
  isCut?: boolean;
  /** Each filter in force with the address of the list without it. */
  chips: DirectoryLink[];
  /** What to let go when nobody is found. */
  ways: DirectoryLink[];
  empty: { title: string; text: string } | null;
  /** Then, whose names are like the words. */
  similar: MemberCardData[];
};

/** A list and the filters it answers, in words. */
export function toDirectoryView(
  list: MemberList,
  asked: DirectoryFilters,
  locale: Locale,
): DirectoryView {
  const t = getTranslator(locale, "members");
  const filters = { ...asked, page: list.page };
  const chosen = asked.sectors.length + asked.cities.length;
  const isFiltered = chosen > 0 || asked.q !== "";
  return {
    filters,
    count: countWords(list, locale),
    members: list.members,
    similar: list.similar ?? [],
    sectors: list.sectors,
    cities: list.cities,
    filterCount: t("directory.filters", { count: chosen }),
    pageCount: list.pageCount,
    isCut: list.isCut,
    chips: chips(list, asked, locale),
    ways: ways(list, asked, locale),
    empty:
      list.total > 0
        ? null
        : {
            title: isFiltered ? t("directory.emptyTitle") : t("directory.title"),
            text: isFiltered ? t("directory.emptyText") : t("directory.emptyClub"),
          },
  };
}

function countWords({ total, isMore }: Count, locale: Locale): string {
  const t = getTranslator(locale, "members");
  return t(isMore ? "directory.countMore" : "directory.count", { count: total });
}

const hrefOf = (locale: Locale, filters: DirectoryFilters) =>
  path(locale, "/members", directoryQuery({ ...filters, page: 1 }));

function chips(list: MemberList, filters: DirectoryFilters, locale: Locale): DirectoryLink[] {
  const t = getTranslator(locale, "members");
  const words = filters.q
    ? [
        {
          label: t("directory.words", { q: filters.q }),
          href: hrefOf(locale, { ...filters, q: "" }),
        },
      ]
    : [];
  const ofKind = (kind: "sectors" | "cities") =>
    list[kind]
      .filter(({ value }) => filters[kind].includes(value))
      .map(({ value, label }) => ({
        label,
        href: hrefOf(locale, { ...filters, [kind]: filters[kind].filter((one) => one !== value) }),
      }));
  return [...words, ...ofKind("sectors"), ...ofKind("cities")];
}

function ways(list: MemberList, filters: DirectoryFilters, locale: Locale): DirectoryLink[] {
  const t = getTranslator(locale, "members");
  return list.without.map(({ filter, ...count }) => {
    const people = countWords(count, locale);
    switch (filter) {
      case "q":
        return {
          label: t("directory.withoutQ", { q: filters.q, people }),
          href: hrefOf(locale, { ...filters, q: "" }),
        };
      case "sectors":
        return {
          label: t("directory.withoutSectors", { people }),
          href: hrefOf(locale, { ...filters, sectors: [] }),
        };
      default:
        return {
          label: t("directory.withoutCities", { people }),
          href: hrefOf(locale, { ...filters, cities: [] }),
        };
    }
  });
}
