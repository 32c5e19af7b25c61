import type { Transaction } from "@/db/client";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { queueMail } from "@/lib/core/mail/queue-mail";
import type { MailKind } from "@/lib/core/mail/render-mail";
import type { ProjectText } from "../project-content";

type Told = {
  kind: Extract<MailKind, `translation${string}`>;
  accountId: string;
  /** The reader's language; `to` is the language of the translation. */
  locale: Locale;
  to: Locale;
  fields: readonly ProjectText[];
  person?: string;
  words?: string;
};

/** Mails somebody about translations of a project, in their language; the owner is never named. */
export async function tellOfOffer(
  tx: Transaction,
  project: { slug: string; title: LocalizedText; originalLocale: Locale },
  { kind, accountId, locale, to, fields, person = "", words = "" }: Told,
): Promise<void> {
  const t = getTranslator(locale, "projects");
  const list = new Intl.ListFormat(LANGUAGE_TAG[locale], { type: "conjunction" });
  const data = {
    title: pickText(project.title, locale, project.originalLocale)?.text ?? t("untitled"),
    language: getTranslator(locale, "translations")("language", { language: to }),
    fields: list.format(fields.map((field) => t(`fields.${field}`))),
    person,
    words,
    to: `/projects/${project.slug}/translate?to=${to}`,
  };
  await queueMail(tx, { accountId, kind, data });
}
