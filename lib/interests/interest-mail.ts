import type { Transaction } from "@/db/client";
import { referenceItem } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { queueMail } from "@/lib/core/mail/queue-mail";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { formatPhone } from "@/lib/core/text/phone-numbers";
import { shownName } from "@/lib/members/member-card";
import type { AcceptedPerson } from "./accepted.queries";
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
 * nobody, but for the words that a person wrote, and for the owner once they have accepted (`acceptedFacts`).
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

/** What the mail of an acceptance says first: who accepted, and how they are reached; then the way to the room. */
export function acceptedFacts(person: NonNullable<AcceptedPerson>, slug: string, locale: Locale) {
  const t = getTranslator(locale, "interests");
  const name = shownName(person, locale);
  const words = ([person.jobTitle, person.organisation] as const).map(
    (text) => pickText(text, locale, person.originalLocale)?.text,
  );
  const contacts = (["email", "phone", "wechat"] as const).flatMap((field) => {
    const value = person[field];
    if (!value) return [];
    const link = field === "phone" ? formatPhone(value) : value;
    return getTranslator(locale, "mails")("link", { button: t(`other.${field}`), link });
  });
  const card = [
    [name.text, name.other],
    words,
    ...(contacts.length > 0 ? contacts.map((line) => [line]) : [[t("other.noContacts")]]),
  ].map((line) => line.filter(Boolean).join("\u00a0· "));
  return {
    person: name.text,
    card: card.filter((line) => line !== "").join("\n"),
    to: `/projects/${slug}/room`,
  };
}

/** The sentence that a coded reason for declining gives its reader; `""` for an unknown one. */
export function declineSentence(reasonCode: string, locale: Locale): string {
  return referenceItem("reasonsInterestDecline", reasonCode)?.message?.[locale] ?? "";
}
