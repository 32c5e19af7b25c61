import { formatDay, formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { type MachineShown, toMachineShown } from "@/lib/core/i18n/machine-view";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type LiveView, present } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { languageByScript, seemsForeign } from "@/lib/core/text/foreign-words";
import type { ShownName } from "@/lib/members/member-card";
import type { RoomMessage, Talk } from "./discussion.queries";
import type { RoomCard } from "./queries";
import { MESSAGES_PER_PAGE } from "./room-limits";

/** A person of a room: their page where the reader reaches it, and no name once they are gone. */
export type TalkPerson = { name?: ShownName; href?: string };

/** What somebody wrote, with when in the reader's words. */
export type TalkMessage = {
  id: string;
  author: TalkPerson;
  to?: TalkPerson[];
  when: string;
  words: string;
  /** Their language (BCP 47), where it is plainly not the page's. */
  lang?: string;
  /** What a machine made of them for the reader, or that it is on its way or did not come. */
  machine?: MachineShown;
  /** It may be asked to. */
  isForMachine?: true;
};

/** One page of a room's discussion, newest first: plain data, for its page and for its live island. */
export type TalkView = LiveView & {
  messages: TalkMessage[];
  /** That nobody writes in it any more. */
  closed?: { title: string; text: string };
};

/** What the room holds of its discussion now, and one page of it, in words. */
export function toTalkView(talk: Talk, messages: RoomMessage[], locale: Locale): TalkView {
  return present({
    mark: talk.mark,
    pageCount: Math.ceil(talk.total / MESSAGES_PER_PAGE),
    messages: messages.map((one) => ({
      ...toTalkMessage(one, locale),
      ...machineOf(one, talk, locale),
    })),
    closed: talk.closedAt ? closedWords(talk.closedAt, locale) : undefined,
  });
}

/** That a room is closed, since when, and what that means. */
export function closedWords(closedAt: Date, locale: Locale) {
  const t = getTranslator(locale, "rooms");
  return { title: t("closed.title"), text: t("closed.text", { day: formatDay(closedAt, locale) }) };
}

/** In the reader's language and on their clock; those it is addressed to come without their pictures. */
export function toTalkMessage(message: RoomMessage, locale: Locale): TalkMessage {
  const { id, author, mentions, createdAt, words } = message;
  return present({
    id,
    author: toTalkPerson(author, locale),
    to:
      mentions.length > 0
        ? mentions.map((one) => withoutFace(toTalkPerson(one, locale)))
        : undefined,
    when: formatInstant(createdAt, locale),
    words,
    lang: languageByScript(words, locale),
  });
}

/** What stands under a message of a machine's, and whether one may be asked: never for one's own words, nor where they seem to be in the reader's language. */
function machineOf(message: RoomMessage, { machine: open }: Talk, locale: Locale) {
  const isForeign = seemsForeign(message.words, message.authorLocale, locale);
  const mayAsk = message.isAuthorHere && !message.author.isSelf && !message.isHidden && isForeign;
  const made = message.machine;
  return present({
    machine: made ? toMachineShown(made, locale) : undefined,
    isForMachine:
      open && mayAsk && (!made || made.state === "failed") ? (true as const) : undefined,
  });
}

const withoutFace = ({ name, ...rest }: TalkPerson): TalkPerson =>
  name ? { ...rest, name: { ...name, face: undefined } } : rest;

/** Without a name for one who is gone or taken down, without a link where they have no page to show. */
export function toTalkPerson({ name, slug, hasPage }: RoomCard, locale: Locale): TalkPerson {
  return present({
    name: name ?? undefined,
    href: name && slug && hasPage ? path(locale, `/members/${slug}`) : undefined,
  });
}

/** Which page of a discussion an address asks for (`?page=2`); the first where it says nothing that can be read. */
export const askedPage = (asked: unknown): number =>
  typeof asked === "string" && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
