import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { type CardPerson, type ListLink, present, type Said, said } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import {
  type MemberCardData,
  namedOnCard,
  type ShownMember,
  showMember,
} from "@/lib/members/member-card";
import type { NewsItem, NewsList } from "./news.queries";

/** What is new or has changed, by title, with what it is and when that was. */
export type NewsLink = {
  href: string;
  title: Said;
  /** That it was there before, in a word. */
  changed?: string;
  /** By one name. */
  by?: CardPerson;
  facts: string[];
};

/** How many are new in one list, the newest of them, and the way to the others where there are more. */
export type NewsPart<One> = { title: string; items: One[]; all?: ListLink };

/** The news as their island draws them: plain data in the reader's language, a list without news left out. */
export type NewsView = { lists: NewsPart<NewsLink>[]; members?: NewsPart<ShownMember> };

/** What came or changed, by list. */
export type News = Record<keyof typeof LISTS, NewsList> & {
  members: { total: number; members: MemberCardData[] };
};

/** Where the rest of each list is, the newest first as far as it can be sorted so. */
const LISTS = {
  rooms: "/projects?mine=1",
  projects: "/projects",
  organisations: "/organisations",
  activities: "/activities",
} as const;

/** A list without news is left out; the link to all stands only where more is new than is shown. */
export function toNewsView(news: News, locale: Locale): NewsView {
  const t = getTranslator(locale, "home");
  const part = <One>(what: keyof News, to: string, total: number, items: One[]) => {
    const title = t(`news.${what}`, { count: total });
    const all = { href: path(locale, to), label: t(`news.all.${what}`) };
    return present({ title, items, all: total > items.length ? all : undefined });
  };
  const { total, members } = news.members;
  return present({
    lists: (Object.keys(LISTS) as (keyof typeof LISTS)[])
      .filter((what) => news[what].total > 0)
      .map((what) => {
        const { total, items } = news[what];
        return part(
          what,
          LISTS[what],
          total,
          items.map((item) => toLink(item, locale)),
        );
      }),
    members:
      total > 0
        ? part(
            "members",
            "/members?sort=recent",
            total,
            members.map((one) => showMember(one, locale)),
          )
        : undefined,
  });
}

function toLink({ to, title, about, by, at, isChanged }: NewsItem, locale: Locale): NewsLink {
  const t = getTranslator(locale, "home");
  const facts = [...about, formatDay(at, locale)];
  if (title?.isFallback) facts.push(fallbackLabel(locale, title.lang));
  return present({
    href: path(locale, to),
    title: title ? said(title, locale) : t("news.untitled"),
    changed: isChanged ? t("news.changed") : undefined,
    by: by && namedOnCard({ ...by, other: null }, locale),
    facts,
  });
}
