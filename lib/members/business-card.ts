import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, type PickedText, pickText } from "@/lib/core/i18n/localized-text";
import { formatPhone } from "@/lib/core/text/phone-numbers";
import { shownName } from "./member-card";
import { CONTACT_FIELDS, type ContactField } from "./policy";
import type { Contacts, MemberPage } from "./queries";

/** One side of a business card, in one script as far as its owner wrote it. */
export type CardSide = {
  locale: Locale;
  name: PickedText;
  jobTitle: PickedText | null;
  organisation: PickedText | null;
  contacts: { field: ContactField; value: string }[];
};

/**
 * The two sides of a member's card, the reader's script first: Latin in the reader's language or in English, and Chinese.
 * Both hold only what the reader may see; a text that is missing in a side's script stands there in the other one.
 */
export function cardSides(
  member: MemberPage,
  contacts: Contacts | null,
  locale: Locale,
): [CardSide, CardSide] {
  const side = (of: Locale): CardSide => ({
    locale: of,
    name: nameOn(member, of),
    jobTitle: textOn(member.jobTitle, of, member.originalLocale),
    organisation: textOn(member.organisation, of, member.originalLocale),
    contacts: CONTACT_FIELDS.flatMap((field) => {
      const value = contacts?.[field];
      if (!value) return [];
      return { field, value: field === "phone" ? formatPhone(value) : value };
    }),
  });
  return locale === "zh" ? [side("zh"), side("en")] : [side(locale), side("zh")];
}

function nameOn({ names, nameZh }: MemberPage, locale: Locale): PickedText {
  if (!names) return { text: nameZh ?? "", lang: "zh", isFallback: locale !== "zh" };
  const { text, isChinese } = shownName({ ...names, nameZh }, locale);
  const isFallback = locale === "zh" && !isChinese;
  return { text, lang: isChinese ? "zh" : isFallback ? "en" : locale, isFallback };
}

/** On the Latin side the other Latin language comes before Chinese. */
function textOn(text: LocalizedText | null, locale: Locale, original: Locale): PickedText | null {
  if (locale === "zh") return pickText(text, locale, original);
  const { zh: _, ...latin } = text ?? {};
  return pickText(latin, locale) ?? pickText(text, locale, original);
}
