import type { Transaction } from "@/db/client";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { queueMail } from "@/lib/core/mail/queue-mail";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { listNewlyOnline } from "./newly-online.queries";
import type { ProjectContent, ProjectText } from "./project";
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

type Published = Pick<ProjectContent, ProjectText | "provenance" | "originalLocale"> & {
  id: string;
  slug: string;
};

/**
 * Mails each author whose accepted translation comes online with this content for the first time, once a language.
 * To be called before the version that goes online is kept.
 */
export async function tellTranslators(tx: Transaction, project: Published): Promise<void> {
  const online = await listNewlyOnline(tx, project.id, project);
  const keyOf = ({ accountId, locale }: (typeof online)[number]) => `${accountId} ${locale}`;
  for (const key of new Set(online.map(keyOf))) {
    const offers = online.filter((one) => keyOf(one) === key);
    const [first] = offers;
    if (!first) continue;
    await tellOfOffer(tx, project, {
      kind: "translationPublished",
      accountId: first.accountId,
      locale: first.accountLocale,
      to: first.locale,
      fields: offers.map(({ field }) => field),
      place: `/projects/${project.slug}`,
    });
  }
}
