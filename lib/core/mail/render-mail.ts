import { clubName } from "../i18n/club-name";
import type { Locale } from "../i18n/locales";
import type enMails from "../i18n/messages/en/mails.json";
import { getTranslator } from "../i18n/translator";
import { drawMail, type Letter, mailAddress, type RenderedMail } from "./draw-mail";
import type { MailPart } from "./mail-parts";
import { mailSubject } from "./mail-subject";

/** Every kind of mail the portal sends; each has `subject`, `body` and `button` in the catalogue. */
export type MailKind = keyof (typeof enMails)["kinds"];

/** What a letter says that was queued before its text named somebody, said why, where, for how much, on whose call, as what, of what, or how one stands. */
const UNNAMED: { [Kind in MailKind]?: (locale: Locale) => Record<string, string> } = {
  interestAccepted: (locale) => ({
    person: getTranslator(locale, "interests")("by.owner"),
    card: "",
  }),
  eventSeatOffered: (locale) => ({ cause: "free", ...noPlace(locale) }),
  eventRegistered: noPlace,
  eventSelectionTold: (locale) => ({ why: "", ...noPlace(locale) }),
  eventReminder: noPlace,
  eventCancelled: () => ({ why: "" }),
  eventMessage: () => ({ why: "" }),
  eventChanged: () => ({ state: "confirmed" }),
  eventPersonNamed: noPlace,
  organisationInvitation: () => ({ role: "person" }),
  duesEndSoon: () => ({ call: "own" }),
  duesOver: () => ({ call: "own" }),
  reportDismissed: () => ({ thing: "gone", title: "" }),
};

function noPlace(locale: Locale) {
  return { where: getTranslator(locale, "events")("changes.nothing"), cost: "none" };
}

/** All that fills the placeholders of a kind. */
function valuesOf(kind: MailKind, locale: Locale, data: Record<string, string>) {
  // What tells of an entry and was queued before there were kinds of them is about a project.
  const about = { club: clubName(locale), kind: "project" };
  return { ...about, ...UNNAMED[kind]?.(locale), ...data };
}

/** What a kind says in one line, uncut, for a reader who is no mail programme; `data` as for `renderMail`. */
export const subjectOf = (kind: MailKind, locale: Locale, data: Record<string, string>): string =>
  getTranslator(locale, "mails")(`kinds.${kind}.subject`, valuesOf(kind, locale, data));

/**
 * A mail as text and HTML in the reader's language. `data` gives the placeholders; `data.to` is the
 * path (without language) the button opens, `data.words` what a person wrote, quoted as it is, `data.note` what `data.through`
 * added to it, and `data.answer` the secret (`answerToken`) by which it is answered from the mail, with two buttons before the
 * other. `unsubscribe` is the whole address at which mails of this kind are switched off, for those that can be.
 */
export function renderMail(
  kind: MailKind,
  locale: Locale,
  data: Record<string, string>,
  unsubscribe = "",
): RenderedMail {
  const { through = "", words = "", note } = data;
  const added = getTranslator(locale, "mails")("note", { through });
  const parts: MailPart[] = [
    ...quoted(words),
    ...(note ? [{ type: "text", text: added } as const, ...quoted(note)] : []),
    ...answerButtons(kind, locale, data.answer),
  ];
  return drawMail(locale, {
    ...composedLetter(kind, locale, { data, parts, name: data.name }),
    unsubscribe,
  });
}

const quoted = (text: string): MailPart[] => {
  const words = text.trim();
  return words ? [{ type: "quote", words }] : [];
};

/** A letter of a kind's words with what was put together for its reader between them and their button; `data` as for `renderMail`. */
export function composedLetter(
  kind: MailKind,
  locale: Locale,
  { data, parts, name }: Pick<Letter, "parts" | "name"> & { data: Record<string, string> },
): Letter {
  const t = getTranslator(locale, "mails");
  const values = valuesOf(kind, locale, data);
  const paragraphs = t(`kinds.${kind}.body`, values).split(/\n{2,}/u);
  const label = t(`kinds.${kind}.button`, values);
  const isPrimary = !(data.answer && ANSWERED[kind]);
  const button: MailPart[] = data.to
    ? [{ type: "button", label, href: mailAddress(locale, data.to), isPrimary }]
    : [];
  return {
    subject: mailSubject((cut) => t(`kinds.${kind}.subject`, cut), values),
    preheader: data.reason || newsIn(paragraphs, data.code),
    name,
    parts: [...paragraphs.map((one) => partOf(one, data.code)), ...parts, ...button],
  };
}

/** A paragraph as it is drawn: a code by itself is set large, lines that begin with a dash are a list. */
function partOf(text: string, code?: string): MailPart {
  if (code && text === code) return { type: "code", code };
  const lines = text.split("\n");
  if (!lines.every((line) => /^(– |…$)/u.test(line))) return { type: "text", text };
  return { type: "list", items: lines.map((line) => ({ title: line.replace(/^– /u, "") })) };
}

/**
 * The first paragraph that says more than what follows, else the first, without the code, which is for an open telephone;
 * never what somebody wrote, which would stand beside the club's name as if the club said it.
 */
function newsIn(paragraphs: string[], code = "") {
  const shown = paragraphs.filter((one) => one.trim() && !(code && one.includes(code)));
  const news = shown.find((one) => !INTRODUCES.test(one)) ?? shown[0] ?? "";
  return news.replace(INTRODUCES, "").trimEnd();
}

const INTRODUCES = /[:：]$/u;

/** What is answered from the mail itself, by its words; what others call an answer (`eventHostAnswered`) is none. */
const ANSWERED: { [Kind in MailKind]?: "interest" | "introduction" | "passing" } = {
  interestReceived: "interest",
  interestToAnswer: "interest",
  interestAnswered: "interest",
  introductionAsked: "introduction",
  introductionPassedOn: "introduction",
  introductionToPassOn: "passing",
};

/** Both lead to the same page, where the one that was pressed stands first. */
function answerButtons(kind: MailKind, locale: Locale, token = ""): MailPart[] {
  const t = getTranslator(locale, "mails");
  const what = ANSWERED[kind];
  if (!what || !token) return [];
  return (["accept", "not-now"] as const).map((answer) => ({
    type: "button",
    label: t(`answers.${what}.${answer}`),
    href: mailAddress(locale, `/answer?${new URLSearchParams({ answer, token })}`),
    isPrimary: answer === "accept",
  }));
}
