import type { MailingKind } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Letter } from "@/lib/core/mail/draw-mail";
import type { MailKind } from "@/lib/core/mail/render-mail";

type Written = { kind: MailingKind; subject: LocalizedText; body: LocalizedText };

/** By which kind of mail a mailing goes out. */
export const mailKindOf = ({ kind }: { kind: MailingKind }): MailKind =>
  kind === "newsletter" ? "newsletter" : "clubNotice";

/**
 * A mailing as a letter in one language: its paragraphs, then why its reader gets it. `name` greets them; `isTest` says in the
 * subject that it is a test.
 */
export function mailingLetter(
  { kind, subject, body }: Written,
  locale: Locale,
  { name, isTest = false }: { name: string; isTest?: boolean },
): Letter {
  const t = getTranslator(locale, "mailings");
  const line = pickText(subject, locale)?.text ?? "";
  const paragraphs = paragraphsOf(pickText(body, locale)?.text ?? "");
  const why = t(`letter.${kind === "newsletter" ? "newsletter" : "notice"}`);
  return {
    subject: isTest ? t("letter.test", { subject: line }) : line,
    preheader: paragraphs[0] ?? "",
    name,
    parts: [
      ...paragraphs.map((text) => ({ type: "prose", text }) as const),
      { type: "text", text: why },
    ],
  };
}

const paragraphsOf = (text: string) =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter(Boolean);
