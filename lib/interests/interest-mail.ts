import type { Transaction } from "@/db/client";
import { referenceItem } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { queueMail } from "@/lib/core/mail/queue-mail";
import type { MailKind } from "@/lib/core/mail/render-mail";
import type { Party } from "./policy";

type Told = Record<Party, { accountId: string; status: string; locale: Locale }> & {
  id: string;
  title: LocalizedText;
  toldTitle: LocalizedText;
  originalLocale: Locale;
};

type Message = {
  words?: string;
  reasonCode?: string;
  facts?: (locale: Locale) => Record<string, string>;
};

/**
 * Mails one side of an interest, in their language, unless they are no active member any more. What it says names
 * nobody, but for the words that a person wrote.
 */
export async function tellParty(
  tx: Transaction,
  kind: MailKind,
  interest: Told,
  party: Party,
  { words = "", reasonCode, facts }: Message = {},
): Promise<void> {
  const { accountId, status, locale } = interest[party];
  if (status !== "active") return;
  const title = party === "owner" ? interest.title : interest.toldTitle;
  const untitled = getTranslator(locale, "projects")("untitled");
  const data = {
    title: pickText(title, locale, interest.originalLocale)?.text ?? untitled,
    reason: reasonCode ? declineSentence(reasonCode, locale) : "",
    words,
    to: `/interests/${interest.id}`,
    ...facts?.(locale),
  };
  await queueMail(tx, { accountId, kind, data });
}

/** The sentence that a coded reason for declining gives its reader; `""` for an unknown one. */
export function declineSentence(reasonCode: string, locale: Locale): string {
  return referenceItem("reasonsInterestDecline", reasonCode)?.message?.[locale] ?? "";
}
