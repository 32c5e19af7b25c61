import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { MailPart } from "@/lib/core/mail/mail-parts";
import { cutText } from "@/lib/core/text/cut-text";
import type { UnreadRoom } from "./unread-mail.queries";

/** So many letters of a message are quoted. */
const QUOTED = 280;

/** What a mail says of the messages of a room, in its reader's language: what fills its words, and the first messages. */
export function unreadInMail({ slug, title, total, first }: UnreadRoom, locale: Locale) {
  const t = getTranslator(locale, "rooms");
  const quoted = first.flatMap(({ author, words }): MailPart[] => [
    { type: "text", text: author?.text ?? getTranslator(locale, "members")("former") },
    { type: "quote", words: cutText(words, QUOTED) },
  ]);
  const count = total - first.length;
  const more: MailPart[] = count > 0 ? [{ type: "text", text: t("mail.more", { count }) }] : [];
  const once: MailPart = { type: "text", text: t("mail.once") };
  return {
    data: {
      count: String(total),
      project: title?.text ?? t("untitled"),
      to: `/projects/${slug}/room/discussion`,
    },
    parts: [...quoted, ...more, once],
  };
}
