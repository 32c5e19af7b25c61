import type { Transaction } from "@/db/client";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { queueMail } from "@/lib/core/mail/queue-mail";
import type { MailKind } from "@/lib/core/mail/render-mail";
import type { ProjectText } from "../project-content";
import { textNames } from "./text-name";

type Told = {
  kind: Extract<MailKind, `translation${string}`>;
  accountId: string;
  /** The reader's language; `to` is the language of the translation. */
  locale: Locale;
  to: Locale;
  fields: readonly ProjectText[];
  person?: string;
  words?: string;
  /** What the button opens, null for none: the sheet unless told otherwise. */
  place?: string | null;
};

/** Mails somebody about translations of a project, in their language; the owner is never named. */
export async function tellOfOffer(
  tx: Transaction,
  project: { slug: string; title: LocalizedText; originalLocale: Locale },
  { kind, accountId, locale, to, fields, person = "", words = "", place }: Told,
): Promise<void> {
  const untitled = getTranslator(locale, "projects")("untitled");
  const data = {
    title: pickText(project.title, locale, project.originalLocale)?.text ?? untitled,
    language: getTranslator(locale, "translations")("language", { language: to }),
    fields: textNames(fields, locale),
    person,
    words,
    to: (place === undefined ? `/projects/${project.slug}/translate?to=${to}` : place) ?? "",
  };
  await queueMail(tx, { accountId, kind, data });
}
