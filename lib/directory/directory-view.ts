import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { chipsOf, choiceOf, type ListPage } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { type ShownMember, showMember } from "@/lib/members/member-card";
import type { Count } from "@/lib/search/lines.queries";
import { type DirectoryFilters, directoryQuery } from "./directory-address";
import type { MemberList } from "./queries";

/** One answer of the directory with its words in the reader's language, for the page and for its live island. */
export type DirectoryView = ListPage & {
  members: ShownMember[];
  /** When nobody is found, whose names are like the words. */
  similar: ShownMember[];
};

const KINDS = ["sectors", "cities"] as const;
const PARAM = { sectors: "sector", cities: "city" } as const;

/** A list and the filters it answers, in words. */
export function toDirectoryView(
  list: MemberList,
  filters: DirectoryFilters,
  locale: Locale,
): DirectoryView {
  const t = getTranslator(locale, "members");
  const hrefOf = (change: Partial<DirectoryFilters>) =>
    path(locale, "/members", directoryQuery({ ...filters, page: 1, ...change }));
  const words = ({ total, isMore }: Count) =>
    t(isMore ? "directory.countMore" : "directory.count", { count: total });
  const wordsWithout = ({ total, isMore }: Count) =>
    t(isMore ? "directory.withoutMore" : "directory.count", { count: total });
  const { q, sort } = filters;
  const facets = KINDS.map((kind) => ({
    name: PARAM[kind],
    legend: t(`directory.${kind}`),
    chosen: filters[kind],
    groups: [{ choices: list[kind].map(choiceOf) }],
  }));
  const chips = chipsOf({ q, facets }, KINDS, t("directory.words", { q }), hrefOf);
  const isFiltered = chips.length > 0;
  return {
    count: words(list),
    members: list.members.map((one) => showMember(one, locale)),
    similar: (list.similar ?? []).map((one) => showMember(one, locale)),
    page: list.page,
    pageCount: list.pageCount,
    isCut: list.isCut,
    href: hrefOf({}),
    q,
    sort,
    facets,
    chips,
    clearHref: path(locale, "/members"),
    ways: list.without.map(({ filter, ...count }) => ({
      label: t(WITHOUT[filter], { q, people: wordsWithout(count) }),
      href: hrefOf({ [filter]: filter === "q" ? "" : [] }),
    })),
    empty:
      list.total > 0
        ? null
        : {
            title: t(isFiltered ? "directory.emptyTitle" : "directory.title"),
            text: t(isFiltered ? "directory.emptyText" : "directory.emptyClub"),
          },
  };
}

const WITHOUT = {
  q: "directory.withoutQ",
  sectors: "directory.withoutSectors",
  cities: "directory.withoutCities",
} as const;
