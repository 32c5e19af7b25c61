import { env } from "../env";
import { clubName } from "../i18n/club-name";
import { LANGUAGE_TAG, type Locale } from "../i18n/locales";
import type enMails from "../i18n/messages/en/mails.json";
import { getTranslator } from "../i18n/translator";
import { path } from "../paths";
import { mailSubject } from "./mail-subject";

/** Every kind of mail the portal sends; each has `subject`, `body` and `button` in the catalogue. */
export type MailKind = keyof (typeof enMails)["kinds"];

export type RenderedMail = { subject: string; text: string; html: string };

/** What a letter says that was queued before its text named somebody. */
const UNNAMED: { [Kind in MailKind]?: (locale: Locale) => Record<string, string> } = {
  interestAccepted: (locale) => ({
    person: getTranslator(locale, "interests")("by.owner"),
    card: "",
  }),
};

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
const linesAsHtml = (text: string) => escapeHtml(text).replaceAll("\n", "<br>");

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
 * path (without language) the button opens, and `data.words` what a person wrote, quoted as it is. `unsubscribe` is
 * the whole address at which mails of this kind are switched off, for those that can be.
 */
export function renderMail(
  kind: MailKind,
  locale: Locale,
  data: Record<string, string>,
  unsubscribe = "",
): RenderedMail {
  const t = getTranslator(locale, "mails");
  const values = valuesOf(kind, locale, data);
  const subject = mailSubject((cut) => t(`kinds.${kind}.subject`, cut), values);
  const greeting = data.name ? t("greeting", { name: data.name }) : t("greetingNobody");
  const paragraphs = t(`kinds.${kind}.body`, values).split(/\n{2,}/u);
  const words = data.words?.trim() ?? "";
  const link = data.to ? `${env().APP_ORIGIN}${path(locale, data.to)}` : "";
  const button = t(`kinds.${kind}.button`, values);
  const footer = t("footer", { club: clubName(locale), contact: env().CLUB_CONTACT });
  const quote = words.split("\n").map((row) => `> ${row}`);
  const text = [
    greeting,
    ...paragraphs,
    ...(words ? [quote.join("\n")] : []),
    ...(link ? [t("link", { button, link })] : []),
    `-- \n${footer}`,
    ...(unsubscribe ? [t("link", { button: t("unsubscribe"), link: unsubscribe })] : []),
  ].join("\n\n");
  const html = page(locale, subject, [
    `<p>${escapeHtml(greeting)}</p>`,
    ...paragraphs.map((one) => `<p>${linesAsHtml(one)}</p>`),
    words
      ? `<blockquote style="margin:0;padding:4px 16px;border-left:3px solid #176781" dir="auto">${linesAsHtml(words)}</blockquote>`
      : "",
    link
      ? `<p><a href="${escapeHtml(link)}" style="display:inline-block;padding:10px 18px;background:#11556b;color:#fff;border-radius:4px;text-decoration:none">${escapeHtml(button)}</a></p>`
      : "",
    `<p style="color:#68625a;font-size:13px">${linesAsHtml(footer)}</p>`,
    unsubscribe
      ? `<p style="font-size:13px"><a href="${escapeHtml(unsubscribe)}" style="color:#68625a">${escapeHtml(t("unsubscribe"))}</a></p>`
      : "",
  ]);
  return { subject, text, html };
}

function page(locale: Locale, title: string, parts: string[]): string {
  return `<!doctype html><html lang="${LANGUAGE_TAG[locale]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title></head><body style="font-family:'Source Sans 3',system-ui,'PingFang SC','Microsoft YaHei',sans-serif;color:#171d26;line-height:1.6;max-width:36em;margin:0 auto;padding:24px">${parts.join("\n")}</body></html>`;
}
