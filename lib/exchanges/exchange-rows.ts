import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listed } from "@/lib/core/i18n/word-list";
import { type CardPerson, present, type Said, said } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { cutText } from "@/lib/core/text/cut-text";
import { languageByScript } from "@/lib/core/text/foreign-words";
import { clockWords, otherWords, revealedName, stateWords } from "@/lib/interests/interest-words";
import type { InterestRow } from "@/lib/interests/listed.queries";
import { awaitedParty, PARTNER_STATES } from "@/lib/interests/policy";
import {
  clockWords as introductionClock,
  stateWords as introductionState,
} from "@/lib/introductions/introduction-words";
import type { IntroductionRow } from "@/lib/introductions/listed.queries";
import { namedOnCard, shownIfPresent, shownName } from "@/lib/members/member-card";
import type { RoomInvitationRow, RoomRow } from "@/lib/rooms/listed.queries";
import type { RoomCard } from "@/lib/rooms/queries";

/** What two lines hold on a wide screen; a narrow one shows less of it. */
const FIRST_LINE = 160;

type Tone = "neutral" | "success" | "warning" | "info";

/** Something between the reader and others: whom it is with, what it is about, where it stands, and what was written last. */
export type ExchangeRow = {
  href: string;
  who: CardPerson;
  kind: string;
  /** The project, or who is in the room. */
  about?: Said;
  badge?: { words: string; tone: Tone };
  /** Since when, until when, and that its clock stands still. */
  clock?: string;
  /** The first line of what was written last, in whatever language, and by whom where that is not plain, up to them. */
  words?: Said;
  by?: string;
  when: string;
};

/** An interest; before acceptance nobody is named in it. */
export function interestRow(interest: InterestRow, when: string, locale: Locale): ExchangeRow {
  const t = getTranslator(locale, "exchanges");
  const { id, state, isReceived, question, originalLocale, isMine } = interest;
  const name = revealedName(interest, locale);
  const isTurn = awaitedParty(state) === (isReceived ? "owner" : "sender");
  const isOver = interest.contactEndedOn !== null;
  const isPartner = !isOver && (PARTNER_STATES as readonly string[]).includes(state);
  const words = question ?? interest.words;
  return present({
    href: path(locale, `/interests/${id}`),
    who: name ? namedOnCard(name, locale) : { words: otherWords(interest, locale) },
    kind: t(isReceived ? "kind.received" : "kind.sent"),
    about: titleOf(interest.title, originalLocale, locale),
    badge: {
      words: isOver
        ? getTranslator(locale, "interests")("state.contactEnded")
        : stateWords(state, isReceived, locale),
      tone: isTurn ? "warning" : isPartner ? "success" : "neutral",
    },
    clock: clockWords(interest, locale),
    words: words ? firstLine(words, locale) : undefined,
    by: !question && isMine ? t("by.me") : undefined,
    when,
  });
}

/** An introduction on a day `YYYY-MM-DD` in Lyon. */
export function introductionRow(
  introduction: IntroductionRow,
  when: string,
  locale: Locale,
  day: string,
): ExchangeRow {
  const t = getTranslator(locale, "exchanges");
  const { id, state, isMine, words } = introduction;
  const isTurn = state === "asked" && !isMine;
  return present({
    href: path(locale, `/introductions/${id}`),
    who: namedOnCard(shownName(introduction, locale), locale),
    kind: t("kind.introduction"),
    badge: {
      words: introductionState(introduction, locale),
      tone: isTurn ? "warning" : state === "accepted" ? "success" : "neutral",
    },
    clock: introductionClock(introduction, locale, day) ?? undefined,
    words: words ? firstLine(words, locale) : undefined,
    by: isMine ? t("by.me") : undefined,
    when,
  });
}

/** An invitation into a room that the reader has to answer: who invites, and into which project. */
export function roomInvitationRow(
  invitation: RoomInvitationRow,
  when: string,
  locale: Locale,
): ExchangeRow {
  const t = getTranslator(locale, "exchanges");
  const { slug, title, originalLocale } = invitation;
  const untitled = getTranslator(locale, "rooms")("untitled");
  return {
    href: path(locale, `/projects/${slug}/room/invitation`),
    who: namedOnCard(shownIfPresent(invitation, locale), locale),
    kind: t("kind.roomInvitation"),
    about: titleOf(title, originalLocale, locale) ?? untitled,
    badge: { words: t("groups.turn"), tone: "warning" },
    when,
  };
}

type Room = RoomRow & { people: RoomCard[]; said?: RoomCard & { words: string } };

/** A room, by its project; its people as far as they are named. */
export function roomRow(room: Room, when: string, locale: Locale): ExchangeRow {
  const t = getTranslator(locale, "exchanges");
  const { slug, title, originalLocale, isClosed, unread, people, others, said: last } = room;
  const untitled = getTranslator(locale, "rooms")("untitled");
  const more = others - people.length;
  const names = listed(
    people.map((one) => nameOf(one, locale)),
    locale,
  );
  const badge = isClosed
    ? ({ words: t("room.closed"), tone: "neutral" } as const)
    : ({ words: t("room.unread", { count: unread }), tone: "info" } as const);
  return present({
    href: path(locale, `/projects/${slug}/room/discussion`),
    who: present({
      words: titleOf(title, originalLocale, locale) ?? untitled,
      face: people.length === 1 ? people[0]?.name?.face : undefined,
    }),
    kind: t("kind.room"),
    about:
      people.length === 0
        ? t("room.alone")
        : more > 0
          ? t("room.withMore", { names, count: more })
          : t("room.with", { names }),
    badge: isClosed || unread > 0 ? badge : undefined,
    words: last ? firstLine(last.words, locale) : t("room.empty"),
    by: last
      ? last.isSelf
        ? t("by.me")
        : t("by.name", { name: nameOf(last, locale) })
      : undefined,
    when,
  });
}

function firstLine(words: string, locale: Locale): Said {
  const text = cutText(words, FIRST_LINE);
  const lang = languageByScript(text, locale);
  return lang ? { text, lang } : text;
}

const nameOf = ({ name }: RoomCard, locale: Locale) =>
  name?.text ?? getTranslator(locale, "members")("former");

function titleOf(title: InterestRow["title"], originalLocale: Locale, locale: Locale) {
  const picked = pickText(title, locale, originalLocale);
  return picked ? said(picked, locale) : undefined;
}
