import { env } from "../env";
import { clubName } from "../i18n/club-name";
import type { Locale } from "../i18n/locales";
import { getTranslator } from "../i18n/translator";
import { path } from "../paths";
import { cutText } from "../text/cut-text";
import { MailFrame } from "./mail-frame";
import { type MailPart, partAsText } from "./mail-parts";
import { staticMarkup } from "./static-markup";

export type RenderedMail = { subject: string; text: string; html: string };

export type Letter = {
  subject: string;
  /** What is new, for the list of mails: never the greeting, nor a code. Cut to what a telephone shows. */
  preheader: string;
  /** How the reader is called; without a name the greeting does without. */
  name?: string;
  parts: readonly MailPart[];
  /** The whole address at which such mails are switched off. */
  unsubscribe?: string;
};

/** As many letters as a telephone shows behind a subject. */
const PREHEADER = { fr: 110, en: 110, zh: 50 };

/** The whole address of a page in the reader's language; `to` is its path without the language. */
export const mailAddress = (locale: Locale, to: string): string =>
  `${env().APP_ORIGIN}${path(locale, to)}`;

/** A letter as text and as HTML, both from the same parts, greeted and signed by the club in the reader's language. */
export function drawMail(locale: Locale, letter: Letter): RenderedMail {
  const { subject, parts, name, unsubscribe: href } = letter;
  const t = getTranslator(locale, "mails");
  const club = clubName(locale);
  const greeting = name ? t("greeting", { name }) : t("greetingNobody");
  const footer = t("footer", { club, contact: env().CLUB_CONTACT });
  const unsubscribe = href ? { label: t("unsubscribe"), href } : undefined;
  const text = [
    greeting,
    ...parts.map((part) => partAsText(part, locale)),
    `-- \n${footer}`,
    ...(unsubscribe ? [partAsText({ type: "button", ...unsubscribe }, locale)] : []),
  ].join("\n\n");
  const preheader = cutText(letter.preheader, PREHEADER[locale]);
  const frame = { locale, club, subject, preheader, greeting, parts, footer, unsubscribe };
  return { subject, text, html: `<!doctype html>${staticMarkup(MailFrame(frame))}` };
}
