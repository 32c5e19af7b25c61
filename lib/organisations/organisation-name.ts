import { LANGUAGE_TAG, LOCALES, type Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";

type Written = { text: string; lang: Locale };

/** A name for a reader: the one in their script first, the one in the other script, if any, beside it. */
export type OrganisationName = Written & { other: Written | null };

type Named = { name: LocalizedText; originalLocale: Locale; slug: string };

/**
 * What an organisation is called: a Latin name and its Chinese one, whichever the reader's language writes first.
 * A name is no translation: it carries no label when it is not in the reader's language. One without any is called by
 * its address.
 */
export function organisationName(
  { name, originalLocale, slug }: Named,
  locale: Locale,
): OrganisationName {
  const latin = inOrder(
    name,
    [locale, originalLocale, "fr", "en"].filter((one) => one !== "zh"),
  );
  const chinese = inOrder(name, ["zh"]);
  const [first, second] = locale === "zh" ? [chinese, latin] : [latin, chinese];
  const shown = first ?? second ?? { text: slug, lang: originalLocale };
  const isOther = first !== null && second !== null && first.text !== second.text;
  return { ...shown, other: isOther ? second : null };
}

type SeenName = { name: LocalizedText | null; slug: string | null; originalLocale: Locale };

/** The same in one line, with its language where it is not the page's; `hidden` for one whose page the reader may not open. */
export function seenName({ name, slug, originalLocale }: SeenName, locale: Locale, hidden: string) {
  if (!name || !slug) return { text: hidden };
  const { text, lang } = organisationName({ name, slug, originalLocale }, locale);
  return { text, ...(lang !== locale && { lang: LANGUAGE_TAG[lang] }) };
}

function inOrder(name: LocalizedText, order: string[]): Written | null {
  for (const lang of order as Locale[]) {
    const text = name[lang];
    if (text) return { text, lang };
  }
  return null;
}

/** A name in Chinese characters: with Latin letters or kana beside them it is more than a Chinese name. */
export const isChineseName = (name: string) =>
  /\p{Script=Han}/u.test(name) &&
  !/[\p{Script=Latin}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(name);

/** What is kept of the names typed over those `before`: nothing is moved while they are the same, nobody asked for it. */
export function namesAfter(before: LocalizedText, typed: LocalizedText): LocalizedText {
  const isSame = LOCALES.every((locale) => (before[locale] ?? "") === (typed[locale] ?? ""));
  return isSame ? typed : namesInPlace(typed);
}

/** Names as they were typed, one in Chinese characters moved to the Chinese name where there is none yet. */
export function namesInPlace(name: LocalizedText): LocalizedText {
  const typed = (["fr", "en"] as const).filter((locale) => isChineseName(name[locale] ?? ""));
  const [first] = typed;
  if (!first || (name.zh && name.zh !== name[first])) return name;
  const rest = Object.entries(name).filter(
    ([locale, text]) => !(typed as string[]).includes(locale) || text !== name[first],
  );
  return { ...Object.fromEntries(rest), zh: name[first] };
}
