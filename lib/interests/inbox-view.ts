import type { InterestState } from "@/db/enums";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type ListLink, type LiveView, present, type Said, said } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { quoteText } from "@/lib/core/text/cut-text";
import {
  GROUPS,
  type InterestFilters,
  type InterestSide,
  interestQuery,
  SIDES,
} from "./interest-groups";
import { clockWords, otherWords, stateWords } from "./interest-words";
import { awaitedParty } from "./policy";
import type { InterestList, InterestRow } from "./queries";

/** An interest in the inbox: its project, where it stands, and who has to act. */
export type InboxRow = {
  href: string;
  title: Said;
  state: InterestState;
  stateWords: string;
  /** That the reader has to act. */
  turn?: string;
  clock: string;
  question?: string;
  from: string;
};

type Counted = ListLink & { current: boolean; count: number };

/** One page of the inbox with its words in the reader's language: plain data, for its page and for its live island. */
export type InboxView = LiveView & {
  sides: Counted[];
  groups: Counted[];
  rows: InboxRow[];
  page: number;
  /** The address of its first page. */
  href: string;
  /** When there is nothing. */
  empty?: { title: string; text: string; way: ListLink };
};

/** A page of the inbox and the filters it answers, in words. */
export function toInboxView(
  { mark, counts, rows, page, pageCount }: InterestList,
  filters: InterestFilters,
  locale: Locale,
): InboxView {
  const t = getTranslator(locale, "interests");
  const { side, group } = filters;
  const hrefOf = (change: Partial<InterestFilters>) =>
    path(locale, "/interests", interestQuery({ ...filters, page: 1, ...change }));
  return present({
    mark,
    sides: SIDES.map((one) => ({
      label: t(`list.${one}`),
      href: hrefOf({ side: one, group: null }),
      current: one === side,
      count: counts[one].all,
    })),
    groups: [null, ...GROUPS].map((one) => ({
      label: t(`list.${one ?? "all"}`),
      href: hrefOf({ group: one }),
      current: one === group,
      count: counts[side][one ?? "all"],
    })),
    rows: rows.map((row) => toRow(row, side, locale)),
    page,
    pageCount,
    href: hrefOf({}),
    empty: rows.length > 0 ? undefined : emptyWords(filters, locale),
  });
}

function toRow(interest: InterestRow, side: InterestSide, locale: Locale): InboxRow {
  const t = getTranslator(locale, "interests");
  const { id, state, question, originalLocale, createdAt } = interest;
  const title = pickText(interest.title, locale, originalLocale);
  const isReceived = side === "received";
  const isMine = awaitedParty(state) === (isReceived ? "owner" : "sender");
  const day = t("list.on", { day: formatDay(createdAt, locale) });
  const who = t(isReceived ? "list.from" : "list.to", { who: otherWords(interest, locale) });
  return present({
    href: path(locale, `/interests/${id}`),
    title: title ? said(title, locale) : getTranslator(locale, "projects")("untitled"),
    state,
    stateWords: stateWords(state, isReceived, locale),
    turn: isMine ? t("turn.mine") : undefined,
    clock: clockWords(interest, locale),
    question: question ? quoteText(question) : undefined,
    from: `${who} · ${day}`,
  });
}

/** Nothing received, nothing sent, or nothing in this state. */
function emptyWords({ side, group }: InterestFilters, locale: Locale) {
  const t = getTranslator(locale, "interests");
  const kind = group ? "Group" : side === "received" ? "Received" : "Sent";
  const href = {
    Group: path(locale, "/interests", interestQuery({ side, group: null, page: 1 })),
    Received: path(locale, "/projects?mine=1"),
    Sent: path(locale, "/projects"),
  }[kind];
  return {
    title: t(`list.empty${kind}Title`),
    text: t(`list.empty${kind}Text`),
    way: { href, label: t(`list.empty${kind}Action`) },
  };
}
