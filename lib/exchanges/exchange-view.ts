import { formatDay, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type ListLink, type LiveView, present } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import {
  type ExchangeFilters,
  type ExchangeGroup,
  exchangeQuery,
  GROUPS,
} from "./exchange-filters";
import {
  type ExchangeRow,
  interestRow,
  introductionRow,
  roomInvitationRow,
  roomRow,
} from "./exchange-rows";
import type { ExchangeList } from "./queries";

/** Rows under one heading, with how many there are of them on all pages. */
type ExchangeSection = {
  group: ExchangeGroup;
  title: string;
  count: number;
  rows: ExchangeRow[];
};

/** One page of a member's exchanges with its words in their language: plain data, for its page and for its live island. */
export type ExchangesView = LiveView & {
  tabs: (ListLink & { current: boolean; count: number })[];
  sections: ExchangeSection[];
  page: number;
  /** The address of its first page. */
  href: string;
  /** When there is nothing. */
  empty?: { title: string; text: string; way: ListLink };
};

/** A page of exchanges and the filters it answers, in words. */
export function toExchangesView(
  list: ExchangeList,
  { isEnded }: Pick<ExchangeFilters, "isEnded">,
  locale: Locale,
): ExchangesView {
  const t = getTranslator(locale, "exchanges");
  const { counts, mark, page, pageCount, keys } = list;
  const hrefOf = (isOver: boolean) =>
    path(locale, "/exchanges", exchangeQuery({ isEnded: isOver, page: 1 }));
  const current = GROUPS.filter((group) => group !== "ended");
  const sections = GROUPS.map((group) => ({
    group,
    title: t(`groups.${group}`),
    count: counts[group],
    rows: keys.filter((key) => key.group === group).flatMap((key) => toRow(key, list, locale)),
  })).filter(({ rows }) => rows.length > 0);
  return present({
    mark,
    tabs: [
      {
        label: t("tabs.current"),
        href: hrefOf(false),
        current: !isEnded,
        count: current.reduce((sum, group) => sum + counts[group], 0),
      },
      { label: t("tabs.ended"), href: hrefOf(true), current: isEnded, count: counts.ended },
    ],
    sections,
    page,
    pageCount,
    href: hrefOf(isEnded),
    empty: sections.length > 0 ? undefined : emptyWords(list, isEnded, hrefOf(false), locale),
  });
}

type Key = ExchangeList["keys"][number];

/** Nothing where it was taken away between the two reads. */
function toRow(
  { id, at }: Key,
  { interests, introductions, rooms, others, last, invitations }: ExchangeList,
  locale: Locale,
): ExchangeRow[] {
  const when = formatDay(at, locale);
  const is = (one: { id: string }) => one.id === id;
  const interest = interests.find(is);
  if (interest) return [interestRow(interest, when, locale)];
  const introduction = introductions.find(is);
  if (introduction) return [introductionRow(introduction, when, locale, today())];
  const invitation = invitations.find(is);
  if (invitation) return [roomInvitationRow(invitation, when, locale)];
  const room = rooms.find(is);
  if (!room) return [];
  const people = others.filter(({ roomId }) => roomId === id);
  const said = last.find(({ roomId }) => roomId === id);
  return [roomRow({ ...room, people, said }, when, locale)];
}

function emptyWords(
  { counts }: Pick<ExchangeList, "counts">,
  isEnded: boolean,
  current: string,
  locale: Locale,
) {
  const t = getTranslator(locale, "exchanges");
  const which = isEnded ? "ended" : "current";
  const href = isEnded ? current : path(locale, "/members");
  return {
    title: t(`empty.${!isEnded && counts.ended > 0 ? "over" : which}Title`),
    text: t(`empty.${which}Text`),
    way: { href, label: t(`empty.${which}Action`) },
  };
}
